package dev.signalbox.local.demo;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.RouteDecision;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Team leads and reviewers: they acknowledge some alarms, miss others, and answer what the classifier asks. */
final class Leads {

    private static final int REVIEW_SECONDS = 6;
    private static final double ATTENTION = 0.6;

    private final DeskHttp http;
    private final DemoClock clock;
    private final Random random;
    private final Set<String> reviewed = new HashSet<>();

    Leads(DeskHttp http, DemoClock clock, Random random) {
        this.http = http;
        this.clock = clock;
        this.random = random;
    }

    void routed(CaseFile file) {
        String id = file.ticket().id();
        if (file.route().decision() == RouteDecision.NEEDS_REVIEW && reviewed.add(id)) {
            clock.after(REVIEW_SECONDS, () -> http.review(id, "PRODUCT", "how_to"));
        }
    }

    void alarmed(Escalation escalation) {
        boolean new_ =
                escalation.change() == EscalationChange.OPENED || escalation.change() == EscalationChange.LEVEL_RAISED;
        if (new_ && random.nextDouble() < ATTENTION) {
            String by = escalation.owner() == null ? "team-lead" : escalation.owner();
            int reacts = 2 + random.nextInt(4);
            clock.after(reacts, () -> http.escalation(escalation.id(), "acknowledge", by, "On it."));
            clock.after(
                    reacts + 15, () -> http.escalation(escalation.id(), "resolve", by, "The customer has an answer."));
        }
    }
}

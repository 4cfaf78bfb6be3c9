package dev.signalbox.local.story;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Handoff;
import dev.signalbox.local.story.StoryLine.Station;
import java.util.ArrayList;
import java.util.List;

/** Who was alarmed, and what they got to read. */
final class Escalations {

    private Escalations() {}

    static StoryLine changed(Escalation escalation) {
        String id = "Escalation " + escalation.id();
        String what = switch (escalation.change()) {
            case OPENED ->
                "Escalated by " + Wording.plain(escalation.trigger()) + (escalation.predicted() ? " (predicted)" : "")
                        + " to " + owner(escalation);
            case LEVEL_RAISED -> "Nobody acknowledged: now with " + owner(escalation) + ", level " + escalation.level();
            case ACKNOWLEDGED -> by(escalation) + " acknowledged the escalation";
            case UNACKNOWLEDGED -> "Silence: the escalation is open again";
            case UPDATED -> by(escalation) + " gave an update";
            case RETURNED -> "The escalation went back: its handoff package is incomplete";
            case JOINED -> Wording.plain(escalation.trigger()) + " joined the escalation";
            case RESOLVED -> by(escalation) + " resolved the escalation";
            case CANCELLED -> "The escalation is cancelled";
            case UNDELIVERABLE -> "The escalation reaches nobody";
            case APPROVAL_ASKED -> by(escalation) + " asks for an approval";
            case APPROVED -> by(escalation) + " approved it";
            case REFUSED -> by(escalation) + " refused it";
        };
        List<String> why = new ArrayList<>();
        why.add(id + ", " + Wording.plain(escalation.type()) + ", risk " + Wording.plain(escalation.risk())
                + ", renewal impact " + Wording.plain(escalation.renewalImpact()) + ": " + escalation.reason());
        if (escalation.ackDueAt() != null) {
            why.add("to be acknowledged by " + Wording.moment(escalation.ackDueAt()) + "; chain "
                    + String.join(" > ", escalation.path()));
        }
        if (escalation.note() != null) {
            why.add(Wording.quote(escalation.note()));
        }
        if (escalation.qualityScore() != null) {
            why.add("quality " + escalation.qualityScore() + " of 100");
        }
        if (escalation.handoff() != null) {
            why.add(handoff(escalation.handoff()));
        }
        return new StoryLine(escalation.at(), Station.ESCALATION, what, why);
    }

    private static String handoff(Handoff handoff) {
        String missing = handoff.missing().isEmpty() ? "" : "; missing: " + String.join(", ", handoff.missing());
        return "handoff package " + handoff.completeness() + " % complete: "
                + handoff.history().size() + " entries of history, "
                + handoff.attemptedFixes().size()
                + " attempted fixes" + missing;
    }

    private static String owner(Escalation escalation) {
        return escalation.owner() == null ? "nobody" : escalation.owner();
    }

    private static String by(Escalation escalation) {
        return escalation.by() == null ? owner(escalation) : escalation.by();
    }
}

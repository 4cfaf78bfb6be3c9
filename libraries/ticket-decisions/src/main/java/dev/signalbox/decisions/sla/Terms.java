package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.contracts.WorkTime;
import java.time.Instant;

/**
 * What a version of a case says that bears on its clocks.
 *
 * @param policyVersion the policy by which this version was scored, and by which it moves promises
 * @param createdAt where the first clocks start: the helpdesk's time
 * @param healthKnown false while the account is unknown and its health only assumed
 */
public record Terms(
        String policyVersion,
        Instant createdAt,
        boolean imported,
        TicketStatus status,
        Instant updatedAt,
        Severity severity,
        Band band,
        PlanTier planTier,
        int health,
        boolean healthKnown,
        Sentiment.Label sentiment,
        boolean sentimentTurned,
        Target firstResponse,
        Target nextResponse,
        Target resolution) {

    public Terms {
        // a case that was kept before next responses were promised
        nextResponse = nextResponse == null ? firstResponse : nextResponse;
    }

    /**
     * Takes the terms from a scored case.
     *
     * @throws UnreadableRecord if the case has no score or no targets
     */
    public static Terms of(CaseFile scored) {
        if (scored.score() == null || scored.sla() == null) {
            throw new UnreadableRecord(
                    "NOT_SCORED", "A case on tickets.scored needs the sections score and sla.", null);
        }
        Ticket ticket = scored.ticket();
        return new Terms(
                scored.policyVersion(),
                ticket.createdAt(),
                ticket.imported(),
                ticket.status(),
                ticket.updatedAt(),
                scored.analysis().severity(),
                scored.score().band(),
                scored.account().planTier(),
                scored.account().health(),
                scored.account().known(),
                scored.analysis().sentiment().label(),
                scored.analysis().sentimentTurned(),
                Target.of(scored.sla().firstResponse()),
                Target.of(scored.sla().nextResponse()),
                Target.of(scored.sla().resolution()));
    }

    /** What is promised; how often an update is owed is the policy's. */
    public Target target(ClockKind clock, UpdateTargets updates) {
        return switch (clock) {
            case FIRST_RESPONSE -> firstResponse;
            case NEXT_RESPONSE -> nextResponse;
            case RESOLUTION -> resolution;
            case UPDATE -> new Target(WorkTime.of(updates.every(severity)), SlaPolicy.AROUND_THE_CLOCK);
        };
    }

    boolean moreSevereThan(Terms earlier) {
        return severity.compareTo(earlier.severity) < 0;
    }

    boolean turnedNegativeSince(Terms earlier) {
        return (sentimentTurned && !earlier.sentimentTurned) || (negative() && !earlier.negative());
    }

    private boolean negative() {
        return sentiment.compareTo(Sentiment.Label.NEGATIVE) <= 0;
    }
}

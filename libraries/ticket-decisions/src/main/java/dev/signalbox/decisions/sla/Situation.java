package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SlaActionKind;
import org.jspecify.annotations.Nullable;

/**
 * A ticket at the moment when a level fires.
 *
 * @param presence of the owner; null where there is no owner or nothing is known of the presence
 * @param reassignments how often the ticket has been taken from one agent and given to another
 * @param settling the owner got the ticket from another agent only just now
 * @param reassignmentsAtMost of the policy; after that many a ticket is escalated instead
 */
public record Situation(
        ClockKind clock,
        Ownership ownership,
        @Nullable Presence presence,
        boolean settling,
        int reassignments,
        int reassignmentsAtMost) {

    boolean accepted() {
        return ownership.accepted();
    }

    boolean ownerOnline() {
        return presence == Presence.ONLINE;
    }

    String whyNotAccepted() {
        return ownership.decision() == RouteDecision.ASSIGNED
                ? "NOT_ACCEPTED"
                : ownership.decision().name();
    }

    String whyNotOnline() {
        return presence == null ? "OWNER_PRESENCE_UNKNOWN" : "OWNER_" + presence;
    }

    LevelVerdict reassign(Level level, String reason) {
        return reassignments >= reassignmentsAtMost
                ? LevelVerdict.act(SlaActionKind.ESCALATE, "REASSIGNED_TOO_OFTEN", level)
                : LevelVerdict.act(SlaActionKind.REASSIGN, reason, level);
    }
}

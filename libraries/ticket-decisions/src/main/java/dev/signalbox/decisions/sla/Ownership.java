package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has a ticket, as routing said last.
 *
 * @param epoch the assignment that an action refers to; a later one makes the action stale
 */
public record Ownership(
        RouteDecision decision,
        @Nullable String agentId,
        long epoch,
        @Nullable Instant acceptedAt) {

    /** Before routing has said anything. */
    public static final Ownership NOBODY = new Ownership(RouteDecision.QUEUED, null, 0, null);

    /** What a route says about it. */
    public static Ownership of(Route route) {
        return new Ownership(route.decision(), route.agentId(), route.assignmentEpoch(), route.acceptedAt());
    }

    boolean accepted() {
        return decision == RouteDecision.ASSIGNED && acceptedAt != null;
    }
}

package dev.signalbox.systemtests.history;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import java.time.Instant;

/**
 * Who owns a ticket, from {@code tickets.routed}.
 *
 * @param agentId null where nobody owns it
 */
public record Routing(
        RouteDecision decision,
        RouteCause cause,
        Band band,
        String agentId,
        long assignmentEpoch,
        long version,
        Instant decidedAt) {

    /** The part of a case file that says who owns the ticket. */
    public static Routing of(CaseFile routed) {
        Route route = routed.route();
        return new Routing(
                route.decision(),
                route.cause(),
                routed.score().band(),
                route.agentId(),
                route.assignmentEpoch(),
                routed.version(),
                route.decidedAt());
    }

    /** Whether the ticket takes room of its owner. */
    public boolean occupies() {
        return decision == RouteDecision.ASSIGNED && agentId != null;
    }
}

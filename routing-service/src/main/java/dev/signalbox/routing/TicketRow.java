package dev.signalbox.routing;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.decisions.routing.Outcome;
import dev.signalbox.decisions.routing.Owner;
import dev.signalbox.decisions.routing.Standing;
import dev.signalbox.decisions.routing.TicketState;
import dev.signalbox.decisions.routing.queue.Queued;
import java.time.Instant;

/**
 * A row of the table ticket.
 *
 * @param caseFile null: as it was
 * @param route null: as it was
 * @param documents what the row's documents say from now on
 */
record TicketRow(
        String id,
        String state,
        String caseFile,
        String route,
        String decision,
        String queue,
        String pool,
        Instant dueAt,
        String agentId,
        boolean counted,
        boolean accepted,
        Instant wakeAt,
        Instant reviewAt,
        String band,
        Instant ripeAt,
        Long number,
        Assignments.Documents documents) {

    /** A ticket of which only facts are known so far. */
    static TicketRow heard(TicketState state) {
        return new TicketRow(
                state.ticketId(),
                Json.text(state),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                new Assignments.Documents(state, null));
    }

    static TicketRow of(Outcome outcome, boolean newFile) {
        TicketState state = outcome.state();
        Standing standing = state.standing();
        RouteDecision decision = standing.decision();
        Owner owner = state.ownership().owner();
        CaseFile file = outcome.file();
        Queued queued = state.queued();
        return new TicketRow(
                state.ticketId(),
                Json.text(state),
                newFile ? Json.text(file) : null,
                outcome.route() == null ? null : Json.text(outcome.route()),
                decision == null ? null : decision.name(),
                outcome.queue(),
                outcome.pool(),
                outcome.dueAt(),
                owner == null ? null : owner.agentId(),
                outcome.counted() != null,
                owner != null && owner.accepted(),
                outcome.wakeAt(),
                standing.reviewOpen() && !standing.ended() ? standing.reviewUntil() : null,
                outcome.band().name(),
                queued == null ? null : queued.ripe(),
                queued == null ? null : queued.number(),
                new Assignments.Documents(state, file));
    }
}

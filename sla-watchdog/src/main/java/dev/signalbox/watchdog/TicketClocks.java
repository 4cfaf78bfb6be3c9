package dev.signalbox.watchdog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockState;
import dev.signalbox.decisions.sla.TeamClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The answer about one ticket: its clocks as they are, and every change that was told.
 *
 * @param at the moment of the answer, by the database's clock, or the past moment that was asked for
 * @param clocks as they were at that moment, by everything that is known now
 * @param teams each team's own time with the ticket, apart from what the customer is promised (P12)
 * @param believed as they were believed to be at that past moment; null where none was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketClocks(
        String ticketId,
        Instant at,
        List<ClockView> clocks,
        List<TeamClock> teams,
        List<Belief> believed,
        List<ClockChange> changes) {

    /**
     * A clock as it is.
     *
     * @param pausedAt since when it stands still, or null
     * @param startedBy the customer's message, the update or the escalation that started it, or null
     * @param elapsed working time used
     * @param remaining working time left, negative after the deadline
     * @param breached the promise was not kept in time
     * @param levels what was decided at each level so far
     * @param next the level that comes next, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockView(
            String ticketId,
            ClockKind clock,
            int cycle,
            ClockState state,
            Instant startedAt,
            Instant dueAt,
            Instant endedAt,
            Instant pausedAt,
            String startedBy,
            Duration elapsed,
            Duration remaining,
            boolean breached,
            String calendar,
            long clockRevision,
            String policyVersion,
            List<ClockLedger.DecidedLevel> levels,
            ClockLedger.Armed next) {

        static ClockView of(String ticketId, Clock clock, ClockLedger ledger, Instant now) {
            return new ClockView(
                    ticketId,
                    clock.kind(),
                    clock.cycle(),
                    clock.state(),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.endedAt(),
                    clock.pausedAt(),
                    clock.startedBy(),
                    clock.elapsedAt(now),
                    clock.remainingAt(now),
                    clock.breachedAt(now),
                    clock.calendar(),
                    ledger.revision(),
                    clock.policyVersion(),
                    ledger.levels(),
                    ledger.armed());
        }
    }
}

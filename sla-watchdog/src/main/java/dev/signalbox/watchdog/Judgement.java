package dev.signalbox.watchdog;

import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockState;
import dev.signalbox.decisions.sla.Level;
import dev.signalbox.decisions.sla.WarningOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How a clock came out, for the watchdog's own precision and recall.
 *
 * @param day of the deadline where the promise was broken, of the end where it was kept; UTC
 */
record Judgement(WarningOutcome outcome, LocalDate day) {

    /** Empty while nothing is certain, for clocks that were cancelled in time, and for silent ones. */
    static Optional<Judgement> of(Clock clock, ClockLedger ledger, Instant now) {
        Instant until = clock.until(now);
        boolean broken = until.isAfter(clock.dueAt());
        if (clock.state() == ClockState.SILENT || (!broken && clock.state() != ClockState.FULFILLED)) {
            return Optional.empty();
        }
        Instant at = broken ? clock.dueAt() : until;
        WarningOutcome outcome = WarningOutcome.of(warned(clock, ledger), broken);
        return Optional.of(new Judgement(outcome, at.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    /** A warning is what expects a breach and says so before it: WARN, REASSIGN, ESCALATE. Offering anew is none. */
    private static boolean warned(Clock clock, ClockLedger ledger) {
        return ledger.levels().stream()
                .anyMatch(decided -> decided.level() < Level.DEADLINE
                        && !decided.at().isAfter(clock.dueAt())
                        && (decided.outcome().equals(SlaActionKind.WARN.name())
                                || decided.outcome().equals(SlaActionKind.REASSIGN.name())
                                || decided.outcome().equals(SlaActionKind.ESCALATE.name())));
    }
}

package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.validation.Allowed;
import java.time.Duration;
import java.time.Instant;

/**
 * The {@code sla.watchdog.prematureClosing} section of the policy: when a ticket counts as closed to beat the clock
 * (S35).
 *
 * @param lastPercent it was solved with at most this share of its working time left, 1..99
 * @param reopenedWithin and opened again at most this long after
 */
public record PrematureClosing(int lastPercent, Duration reopenedWithin) {

    public PrematureClosing {
        Allowed.between("sla.watchdog.prematureClosing.lastPercent", lastPercent, 1, 99);
        Allowed.positive("sla.watchdog.prematureClosing.reopenedWithin", reopenedWithin);
    }

    /** Whether the first clock was ended to beat it, given the one that started when the ticket was opened again. */
    public boolean beat(Clock solved, Clock reopened) {
        Instant solvedAt = solved.endedAt();
        return solved.kind() == ClockKind.RESOLUTION
                && reopened.kind() == solved.kind()
                && reopened.cycle() == solved.cycle() + 1
                && solved.state() == ClockState.FULFILLED
                && solvedAt != null
                && inTheLastShare(solved, solvedAt)
                && !reopened.startedAt().isAfter(solvedAt.plus(reopenedWithin));
    }

    private boolean inTheLastShare(Clock solved, Instant solvedAt) {
        Duration working = solved.workCalendar().between(solved.startedAt(), solved.dueAt());
        Duration left = solved.workCalendar().between(solvedAt, solved.dueAt());
        return !left.isNegative()
                && left.multipliedBy(Level.DEADLINE).compareTo(working.multipliedBy(lastPercent)) <= 0;
    }
}

package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running or finished promise: the result of folding a ticket's facts.
 *
 * @param cycle 1 for the first run, one more at every reopening (P11)
 * @param startedAt where working time counts from
 * @param promisedAt when the promise took its present form; no level is due before
 * @param dueAt the deadline; while paused, what it would have been without this pause
 * @param endedAt when it was fulfilled or cancelled
 * @param pausedAt since when it stands still, or null
 * @param pauses earlier times in which it stood still, in order
 * @param startedBy the customer's message, the update or the escalation that started it; null where the ticket itself did
 * @param calendar the name of the calendar that counts, {@code 24x7} for every hour
 * @param workCalendar counts: by this calendar since it has been the promise's, by others before (P5), without the pauses
 * @param steps every change, in order; never empty
 */
public record Clock(
        ClockKind kind,
        int cycle,
        ClockState state,
        Instant startedAt,
        Instant promisedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable Instant pausedAt,
        List<Pause> pauses,
        String calendar,
        WorkCalendar workCalendar,
        @Nullable String startedBy,
        List<ClockStep> steps) {

    public Clock {
        pauses = List.copyOf(pauses);
        steps = List.copyOf(steps);
    }

    public boolean running() {
        return state == ClockState.RUNNING;
    }

    /** Whether it is still owed: running or paused. */
    public boolean owed() {
        return state == ClockState.RUNNING || state == ClockState.PAUSED;
    }

    /** Whether its time comes to that moment: a clock that stands still passes none from its pause on. */
    public boolean comesTo(Instant moment) {
        return pausedAt == null || moment.isBefore(pausedAt);
    }

    /** As far as its time has gone by then: no further than its end or the beginning of its present pause. */
    public Instant until(Instant now) {
        if (endedAt != null) {
            return endedAt;
        }
        return pausedAt == null || now.isBefore(pausedAt) ? now : pausedAt;
    }

    /** Whether the promise was not kept by that moment. */
    public boolean breachedAt(Instant now) {
        return state != ClockState.SILENT
                && state != ClockState.CANCELLED
                && until(now).isAfter(dueAt);
    }

    /** The policy by which the clock was changed last. */
    public String policyVersion() {
        return steps.get(steps.size() - 1).policyVersion();
    }

    /** Working time used by then, or until the end of the clock. */
    public Duration elapsedAt(Instant now) {
        return workCalendar.between(startedAt, until(now));
    }

    /** Working time left then, or when the clock ended; negative after the deadline. */
    public Duration remainingAt(Instant now) {
        return workCalendar.between(until(now), dueAt);
    }

    /** Days without working time between its start and that moment, by the local time of its calendar. */
    public List<LocalDate> skippedDaysUntil(Instant moment) {
        return workCalendar.skippedDays(startedAt, moment);
    }
}

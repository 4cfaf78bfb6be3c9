package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running or finished promise: the result of folding a ticket's facts.
 *
 * @param cycle 1 for the first run, one more at every reopening (P11)
 * @param startedAt where working time counts from
 * @param promisedAt when the promise took its present form; no level is due before
 * @param endedAt when it was fulfilled or cancelled
 * @param calendar the calendar that counts, {@code 24x7} for every hour
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
        String calendar,
        List<ClockStep> steps) {

    public Clock {
        steps = List.copyOf(steps);
    }

    public boolean running() {
        return state == ClockState.RUNNING;
    }

    /** Whether the promise was not kept by that moment. */
    public boolean breachedAt(Instant now) {
        return state != ClockState.SILENT
                && state != ClockState.CANCELLED
                && (endedAt == null ? now : endedAt).isAfter(dueAt);
    }

    /** The policy by which the clock was changed last. */
    public String policyVersion() {
        return steps.get(steps.size() - 1).policyVersion();
    }

    /** Working time used by then, or until the end of the clock. */
    public Duration elapsedAt(Instant now) {
        return workCalendar().between(startedAt, endedAt == null ? now : endedAt);
    }

    /** Working time left then, or when the clock ended; negative after the deadline. */
    public Duration remainingAt(Instant now) {
        return workCalendar().between(endedAt == null ? now : endedAt, dueAt);
    }

    WorkCalendar workCalendar() {
        return WorkCalendar.AROUND_THE_CLOCK;
    }
}

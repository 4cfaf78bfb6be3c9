package dev.signalbox.escalation.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint's circuit breaker: after failures in a row it rests, then one attempt probes.
 *
 * @param failures in a row
 * @param resumesAt no attempt before this, null: at once
 * @param disabledBecause null: it is not
 */
record Circuit(
        int failures, @Nullable Instant resumesAt, @Nullable String disabledBecause) {

    static final Circuit CLOSED = new Circuit(0, null, null);

    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST_REQUESTED_REST = Duration.ofHours(1);

    /**
     * @param opensAt so many failures open it
     * @param rest the first one
     */
    record Limits(int opensAt, Duration rest) {}

    boolean isOpen(Limits limits) {
        return failures >= limits.opensAt();
    }

    boolean rests(Instant now) {
        return disabledBecause != null || (resumesAt != null && resumesAt.isAfter(now));
    }

    Circuit afterFailure(Limits limits, Instant now, double chance) {
        int more = failures + 1;
        if (more < limits.opensAt()) {
            return new Circuit(more, resumesAt, disabledBecause);
        }
        int doublings = Math.min(more - limits.opensAt(), MOST_DOUBLINGS);
        Duration rest = RetrySchedule.spread(limits.rest().multipliedBy(1L << doublings), chance);
        return new Circuit(more, laterOf(resumesAt, now.plus(rest)), disabledBecause);
    }

    /** The endpoint asked to be left alone; at most an hour is granted. */
    Circuit afterRequestToWait(Duration wait, Instant now) {
        Duration granted = wait.compareTo(LONGEST_REQUESTED_REST) > 0 ? LONGEST_REQUESTED_REST : wait;
        return new Circuit(failures, laterOf(resumesAt, now.plus(granted)), disabledBecause);
    }

    Circuit disabled(String reason) {
        return new Circuit(failures, resumesAt, reason);
    }

    private static Instant laterOf(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }
}

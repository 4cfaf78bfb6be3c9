package dev.signalbox.local.policy;

import dev.signalbox.contracts.ClockChange;
import java.time.Duration;
import java.util.Optional;

/**
 * How the first answer to a ticket came out.
 *
 * @param breached it came after its deadline, or has not come although the deadline has passed
 * @param elapsed working time until it came; empty: it has not come
 */
record FirstAnswer(boolean breached, Optional<Duration> elapsed) {

    /** What a change of the clock tells, if anything. */
    static Optional<FirstAnswer> of(ClockChange change) {
        return switch (change.kind()) {
            case BREACHED -> Optional.of(new FirstAnswer(true, Optional.empty()));
            case FULFILLED -> Optional.of(new FirstAnswer(false, Optional.ofNullable(change.elapsed())));
            default -> Optional.empty();
        };
    }

    FirstAnswer and(FirstAnswer later) {
        return new FirstAnswer(breached || later.breached, elapsed.isPresent() ? elapsed : later.elapsed);
    }

    /** Whether the same answer would have broken another promise; empty where the log does not tell. */
    Optional<Boolean> breaks(Duration target) {
        return elapsed.map(took -> took.compareTo(target) > 0);
    }
}

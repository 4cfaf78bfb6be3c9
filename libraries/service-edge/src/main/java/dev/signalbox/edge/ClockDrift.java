package dev.signalbox.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How far a process's wall clock has moved against its monotonic clock since the start; an idle or paused process has not. */
final class ClockDrift {

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final long offsetNanos;

    /**
     * Takes both clocks at the start.
     *
     * @param wallMillis from {@link System#currentTimeMillis()}, here and everywhere
     * @param nanos from {@link System#nanoTime()}, here and everywhere
     */
    ClockDrift(long wallMillis, long nanos) {
        this.offsetNanos = offset(wallMillis, nanos);
    }

    /** Positive where the wall clock went forward. */
    Duration by(long wallMillis, long nanos) {
        return Duration.ofNanos(offset(wallMillis, nanos) - offsetNanos);
    }

    /** Whether the wall clock can no longer be trusted: it moved by more than 5 s. */
    boolean jumped(long wallMillis, long nanos) {
        return by(wallMillis, nanos).abs().compareTo(TOLERANCE) > 0;
    }

    private static long offset(long wallMillis, long nanos) {
        return TimeUnit.MILLISECONDS.toNanos(wallMillis) - nanos;
    }
}

package dev.signalbox.escalation.delivery;

import java.time.Duration;
import java.util.List;

/**
 * When to try again (Standard Webhooks, "retry schedule").
 *
 * @param waits after the first attempt, after the second, ...
 */
record RetrySchedule(List<Duration> waits) {

    /** Enough that many that failed together do not come back together. */
    private static final double SPREAD = 0.2;

    RetrySchedule {
        waits = List.copyOf(waits);
        if (waits.isEmpty() || waits.stream().anyMatch(wait -> wait.isNegative())) {
            throw new IllegalArgumentException("signalbox.delivery.retries needs one wait or more, none negative");
        }
    }

    /** Whether the attempt was the last one that the schedule has. */
    boolean isUsedUpBy(int attempts) {
        return attempts > waits.size();
    }

    /**
     * How long to wait after an attempt; after the last of the schedule the longest wait is repeated.
     *
     * @param chance 0 to 1, from 20 % earlier to 20 % later
     */
    Duration after(int attempts, double chance) {
        return spread(waits.get(Math.min(attempts, waits.size()) - 1), chance);
    }

    static Duration spread(Duration wait, double chance) {
        return Duration.ofMillis(Math.round(wait.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
    }
}

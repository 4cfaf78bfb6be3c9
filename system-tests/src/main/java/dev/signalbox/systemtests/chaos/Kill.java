package dev.signalbox.systemtests.chaos;

import java.time.Duration;
import java.time.Instant;

/**
 * A kill that happened.
 *
 * @param at when the process was killed
 * @param since the same since the begin of the run
 * @param away how long it took until the process was ready again
 */
public record Kill(String victim, Instant at, Duration since, Duration away) {

    /** Whether something at that moment may have had to wait for the victim, or for what had piled up meanwhile. */
    public boolean disturbs(Instant moment, Duration recovery) {
        return !moment.isBefore(at) && moment.isBefore(at.plus(away).plus(recovery));
    }
}

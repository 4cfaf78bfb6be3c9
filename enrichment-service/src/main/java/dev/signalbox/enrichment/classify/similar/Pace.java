package dev.signalbox.enrichment.classify.similar;

import java.time.Duration;

/**
 * How much of the processor work without hurry may take.
 *
 * @param share of one core, above 0 and up to 1, while the machine has time
 */
public record Pace(double share) {

    private static final double BUSY = 0.9;
    /** On a busy machine so much of the share is left: a backlog shrinks even then. */
    private static final double LEFT = 0.25;

    public Pace {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "signalbox.similar.embedding-share is above 0 and at most 1, not " + share);
        }
    }

    /**
     * How long to rest after a piece of work.
     *
     * @param load of all processors, 0..1; below 0 it is unknown
     */
    Duration restAfter(Duration worked, double load) {
        double allowed = load > BUSY ? share * LEFT : share;
        return Duration.ofNanos((long) (worked.toNanos() * (1 / allowed - 1)));
    }
}

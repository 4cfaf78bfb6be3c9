package dev.signalbox.enrichment.classify.confidence;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** An upper bound of an error rate by Clopper and Pearson (Biometrika, 1934). */
final class ErrorBound {

    /** Of 100 such bounds this share holds. */
    static final double LEVEL = 0.95;

    private ErrorBound() {}

    /** The rate that the true one does not exceed, one-sided, at {@link #LEVEL}; 1 where nothing was measured. */
    static double of(int errors, int of) {
        return errors >= of ? 1 : BetaDistribution.of(errors + 1.0, of - errors).inverseCumulativeProbability(LEVEL);
    }
}

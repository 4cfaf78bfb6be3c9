package dev.signalbox.enrichment.classify.confidence;

import java.util.Arrays;

/**
 * Whether tickets still are what thresholds were measured on: how far the confidences of the latest ones are from those of
 * the unseen tickets of the history (Kolmogorov-Smirnov). A promise holds only while they are alike (N6). Safe for several
 * threads.
 */
public final class Drift {

    /** The latest tickets that are looked at. */
    private static final int LATEST = 500;

    /** Fewer say nothing. */
    private static final int ENOUGH = 200;

    private final double[] confidences = new double[LATEST];
    private long seen;

    public synchronized void add(double confidence) {
        confidences[(int) (seen++ % LATEST)] = confidence;
    }

    /** The greatest distance between both distributions, 0..1; not a number before there are enough tickets. */
    public synchronized double from(CoverageCurve curve) {
        int size = (int) Math.min(seen, LATEST);
        if (size < ENOUGH || curve.measuredOn() < ENOUGH) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(confidences, size);
        Arrays.sort(sorted);
        double greatest = 0;
        for (int i = 0; i < size; i++) {
            boolean first = i == 0 || sorted[i] != sorted[i - 1];
            if (first) {
                double coverage = (double) (size - i) / size;
                greatest = Math.max(
                        greatest, Math.abs(coverage - curve.at(sorted[i]).coverage()));
            }
        }
        return greatest;
    }
}

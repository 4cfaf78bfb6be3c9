package dev.signalbox.enrichment.classify.confidence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a threshold of confidence costs and gives, measured on unseen tickets: the share of tickets at or above it
 * (coverage), and how many of these are wrong (N6).
 */
public final class CoverageCurve {

    private static final int STEPS = 200;
    private static final int STEPS_OF_A_POINT = 10;

    private final double[] confidences;
    private final int[] errorsFrom;
    /** The last one asked for: it takes milliseconds to find, and every ticket asks for the same. */
    private volatile Promise promise;

    public CoverageCurve(List<Outcome> outcomes) {
        Outcome[] sorted = outcomes.stream()
                .sorted((one, other) -> Double.compare(one.confidence(), other.confidence()))
                .toArray(Outcome[]::new);
        confidences = Arrays.stream(sorted).mapToDouble(Outcome::confidence).toArray();
        errorsFrom = new int[sorted.length + 1];
        for (int i = sorted.length - 1; i >= 0; i--) {
            errorsFrom[i] = errorsFrom[i + 1] + (sorted[i].right() ? 0 : 1);
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(confidences.length);
        for (int i = 0; i < confidences.length; i++) {
            out.writeDouble(confidences[i]);
            out.writeBoolean(errorsFrom[i] == errorsFrom[i + 1]);
        }
    }

    /** Reads what was written. */
    public static CoverageCurve read(DataInput in) throws IOException {
        int size = in.readInt();
        List<Outcome> outcomes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            outcomes.add(new Outcome(in.readDouble(), in.readBoolean()));
        }
        return new CoverageCurve(outcomes);
    }

    /**
     * One threshold.
     *
     * @param coverage share of tickets with this confidence or more, 0..1
     * @param precision share of right ones among them, 0..1; 1 where there are none
     * @param misrouteAtMost what their share of wrong ones does not exceed, at a level of 95 %
     */
    public record Point(double threshold, double coverage, double precision, double misrouteAtMost) {}

    private record Promise(double misroute, Point from) {}

    /** Number of tickets it was measured on. */
    public int measuredOn() {
        return confidences.length;
    }

    public Point at(double threshold) {
        int from = 0;
        int to = confidences.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (confidences[middle] < threshold) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        int above = confidences.length - from;
        int errors = errorsFrom[from];
        return new Point(
                threshold,
                confidences.length == 0 ? 0 : (double) above / confidences.length,
                above == 0 ? 1 : 1 - (double) errors / above,
                ErrorBound.of(errors, above));
    }

    /**
     * The lowest threshold, in steps of 0.005, above which at most this share is wrong at a level of 95 %.
     *
     * @param misroute above 0, below 1
     * @return 1 with no coverage where nothing that was measured supports such a promise
     */
    public Point promising(double misroute) {
        Promise before = promise;
        if (before == null || before.misroute() != misroute) {
            before = new Promise(misroute, find(misroute));
            promise = before;
        }
        return before.from();
    }

    private Point find(double misroute) {
        return IntStream.range(0, STEPS)
                .mapToObj(step -> at((double) step / STEPS))
                .filter(point -> point.misrouteAtMost() <= misroute)
                .findFirst()
                .orElse(new Point(1, 0, 1, 1));
    }

    /** Thresholds from 0 to 0.95 in steps of 0.05, and 0.99. */
    public List<Point> points() {
        return IntStream.concat(
                        IntStream.iterate(0, step -> step < STEPS, step -> step + STEPS_OF_A_POINT),
                        IntStream.of(STEPS - 2))
                .mapToObj(step -> at((double) step / STEPS))
                .toList();
    }

    /**
     * The mean distance between confidence and share of right ones over ten equal ranges, weighted by their tickets
     * (expected calibration error), 0..1.
     */
    public double calibrationError() {
        int ranges = 10;
        double[] confidence = new double[ranges];
        double[] right = new double[ranges];
        for (int i = 0; i < confidences.length; i++) {
            int range = Math.min(ranges - 1, (int) (confidences[i] * ranges));
            confidence[range] += confidences[i];
            right[range] += 1 - (errorsFrom[i] - errorsFrom[i + 1]);
        }
        return confidences.length == 0
                ? 0
                : IntStream.range(0, ranges)
                                .mapToDouble(range -> Math.abs(confidence[range] - right[range]))
                                .sum()
                        / confidences.length;
    }
}

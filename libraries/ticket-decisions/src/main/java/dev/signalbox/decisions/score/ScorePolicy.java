package dev.signalbox.decisions.score;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.table.TotalTable;
import dev.signalbox.decisions.validation.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The {@code score} section of the policy (S17-S23).
 *
 * @param weights what each factor counts
 * @param arr points by annual recurring revenue, never falling
 * @param severity points of each severity, 0..100, P1 the most
 * @param renewal points by time until the renewal date
 * @param floors the least score that a rule asks for, whatever the factors say
 * @param bands the least score of each band, 0..100; SELF_SERVICE has 0
 */
public record ScorePolicy(
        Weights weights,
        Curve arr,
        TotalTable<Severity, Integer> severity,
        RenewalPoints renewal,
        Floors floors,
        TotalTable<Band, Integer> bands) {

    public ScorePolicy {
        if (weights == null || arr == null || renewal == null || floors == null) {
            throw new IllegalArgumentException(
                    "score needs the sections weights, arr, severity, renewal, floors and bands");
        }
        if (!arr.rises()) {
            throw new IllegalArgumentException("score.arr must never fall: more revenue never has fewer points");
        }
        Points.requireFalling("score.severity", severity);
        Points.requireFalling("score.bands", bands);
        requireDistinct(bands);
        if (bands.of(Band.SELF_SERVICE) != 0) {
            throw new IllegalArgumentException("score.bands.SELF_SERVICE must be 0, so that every score has a band");
        }
    }

    /** Two bands that begin at the same score would overlap: no score would ever be the second. */
    private static void requireDistinct(TotalTable<Band, Integer> bands) {
        int before = Integer.MAX_VALUE;
        List<String> faults = new ArrayList<>();
        for (Map.Entry<Band, Integer> band : bands.rows().entrySet()) {
            if (band.getValue() == before) {
                faults.add("score.bands." + band.getKey() + " is " + before
                        + " as the band before it, so no score would ever have it: allowed are 0 to " + (before - 1));
            }
            before = band.getValue();
        }
        Allowed.without(faults);
    }

    /** The band of a score in hundredths of a point: 89.99 is HIGH. */
    Band bandOf(long hundredths) {
        for (Band band : Band.values()) {
            if (hundredths >= bands.of(band) * 100L) {
                return band;
            }
        }
        return Band.SELF_SERVICE;
    }
}

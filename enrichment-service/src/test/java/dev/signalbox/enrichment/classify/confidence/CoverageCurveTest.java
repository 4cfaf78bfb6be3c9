package dev.signalbox.enrichment.classify.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverageCurveTest {

    @Test
    void coverageAndPrecisionAreThoseOfTheTicketsFromTheThresholdOn() {
        CoverageCurve curve = new CoverageCurve(List.of(
                new Outcome(0.9, true), new Outcome(0.8, false), new Outcome(0.6, true), new Outcome(0.2, false)));

        CoverageCurve.Point point = curve.at(0.6);

        assertThat(point.coverage()).isEqualTo(0.75);
        assertThat(point.precision()).isEqualTo(2.0 / 3, within(1e-9));
        assertThat(curve.at(0.95).coverage()).isZero();
    }

    /** One-sided Clopper-Pearson: without an error 1 - 0.05^(1/n); 5 of 100 from published tables. */
    @Test
    void theBoundIsThatOfClopperAndPearson() {
        assertThat(ErrorBound.of(0, 100)).isEqualTo(1 - Math.pow(0.05, 0.01), within(1e-9));
        assertThat(ErrorBound.of(5, 100)).isEqualTo(0.1023, within(1e-4));
        assertThat(ErrorBound.of(0, 0)).isEqualTo(1);
        assertThat(ErrorBound.of(7, 7)).isEqualTo(1);
    }

    @Test
    void aChosenMisrouteIsKeptOnOtherTickets() {
        int kept = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            CoverageCurve.Point promise = new CoverageCurve(honest(random, 5000)).promising(0.1);
            assertThat(promise.coverage()).as("seed %d", seed).isGreaterThan(0.1);
            CoverageCurve.Point other = new CoverageCurve(honest(random, 50_000)).at(promise.threshold());
            kept += 1 - other.precision() <= 0.1 ? 1 : 0;
        }
        assertThat(kept).isGreaterThanOrEqualTo(36);
    }

    @Test
    void whatWasNotMeasuredIsNotPromised() {
        CoverageCurve.Point promise =
                new CoverageCurve(List.of(new Outcome(0.99, true), new Outcome(0.98, true))).promising(0.021);

        assertThat(promise.threshold()).isEqualTo(1);
        assertThat(promise.coverage()).isZero();
        assertThat(promise.misrouteAtMost()).isEqualTo(1);
    }

    @Test
    void anOverconfidentStageIsCalibratedByHowItsGuessesCameOut() {
        Random random = new Random(11);
        List<Outcome> overconfident = honest(random, 5000).stream()
                .map(outcome -> new Outcome(Math.sqrt(outcome.confidence()), outcome.right()))
                .toList();
        Calibration calibration = Calibration.of(overconfident);
        List<Outcome> calibrated = overconfident.stream()
                .map(outcome -> new Outcome(calibration.of(outcome.confidence()), outcome.right()))
                .toList();

        assertThat(new CoverageCurve(overconfident).calibrationError()).isGreaterThan(0.1);
        assertThat(new CoverageCurve(calibrated).calibrationError()).isLessThan(0.03);
        assertThat(calibration.of(0.9)).isGreaterThan(calibration.of(0.8));
    }

    @Test
    void driftIsSeenWhenTicketsAreLessCertainThanTheHistory() {
        Random random = new Random(3);
        CoverageCurve curve = new CoverageCurve(honest(random, 5000));
        Drift drift = new Drift();
        assertThat(drift.from(curve)).isNaN();

        honest(random, 500).forEach(outcome -> drift.add(outcome.confidence()));
        assertThat(drift.from(curve)).isLessThan(0.1);

        honest(random, 500).forEach(outcome -> drift.add(outcome.confidence() / 2));
        assertThat(drift.from(curve)).isGreaterThan(0.3);
    }

    /** Guesses that are right as often as they say. */
    private static List<Outcome> honest(Random random, int size) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double confidence = random.nextDouble();
            outcomes.add(new Outcome(confidence, random.nextDouble() < confidence));
        }
        return outcomes;
    }
}

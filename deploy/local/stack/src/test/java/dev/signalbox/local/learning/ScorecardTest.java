package dev.signalbox.local.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final List<Answer> ANSWERS = List.of(
            new Answer("a", "a", 0.95),
            new Answer("a", "a", 0.85),
            new Answer("a", "b", 0.75),
            new Answer("b", "b", 0.55),
            new Answer("b", "a", 0.95));

    private final Scorecard card = Scorecard.of(ANSWERS);

    @Test
    void accuracyAndMacroF1AreThoseOfTheTextbook() {
        assertThat(card.accuracy()).isEqualTo(0.6, within(1e-9));
        // a: precision 2/3, recall 2/3; b: precision 1/2, recall 1/2
        assertThat(card.macroF1()).isEqualTo((2.0 / 3 + 0.5) / 2, within(1e-9));
    }

    @Test
    void calibrationErrorIsTheMeanDistanceOverTenRanges() {
        // 0.9-1: 1.9 said, 1 right; 0.8: 0.85, 1; 0.7: 0.75, 0; 0.5: 0.55, 1
        assertThat(card.calibrationError()).isEqualTo((0.9 + 0.15 + 0.75 + 0.45) / 5, within(1e-9));
    }

    @Test
    void aGateCountsWhatIsAtOrAboveItsModelsThreshold() {
        Scorecard.Gate gate = Scorecard.gate(ANSWERS, List.of(0.9, 0.9, 0.75, 0.5, 0.99));

        assertThat(gate.coverage()).isEqualTo(0.6, within(1e-9));
        assertThat(gate.precision()).isEqualTo(2.0 / 3, within(1e-9));
    }

    @Test
    void confusionsAreCountedByPair() {
        assertThat(card.confusions())
                .containsExactly(new Scorecard.Confusion("a", "b", 1), new Scorecard.Confusion("b", "a", 1));
    }

    @Test
    void scopeIsMeasuredByTheOrderOfConfidences() {
        Scorecard.Scope scope = Scorecard.Scope.of(List.of(0.9, 0.8, 0.7, 0.3), List.of(0.2, 0.75));

        assertThat(scope.auroc()).isEqualTo(6.0 / 8, within(1e-9));
        assertThat(scope.keptOut()).isEqualTo(0.5, within(1e-9));
    }
}

package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.EscalationChange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S54: 40 % completeness, 40 % speed, 20 % satisfaction. */
class QualityScoreTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // completeness, taken min, target min, rating, score
                "100, 480, 480, 100, 100.00",
                "80, 240, 480, 90, 90.00",
                "80, 720, 480, 50, 62.00", // speed 50
                "80, 960, 480, 50, 42.00", // speed 0 at twice the target
                "80, 9999, 480, 50, 42.00", // and never below
                "80, 720, 480, -, 65.00", // without a rating: 40 and 40 of 80
                "65, 500, 480, -, 80.42", // speed 95.83...: 80.4166...
                "80, 720, -, 50, 70.00", // without a target: 40 and 20 of 60
                "80, 720, -, -, 80.00"
            })
    void scoreIsTheWeightedMeanOfWhatIsKnown(
            int completeness, long taken, Long target, Integer rating, String expected) {
        assertThat(QualityScore.of(
                        completeness,
                        Duration.ofMinutes(taken),
                        target == null ? null : Duration.ofMinutes(target),
                        rating,
                        new QualityWeights(40, 40, 20)))
                .isEqualByComparingTo(expected)
                .hasScaleOf(2);
    }

    @Test
    void ratingThatComesAfterTheEndRestatesTheScore() {
        Instant solved = START.plus(Duration.ofHours(12));
        Stage stage = new Stage()
                .hears(CaseOf.asOf(START).turned().scored())
                .waits(Duration.ofHours(12))
                .hears(Stage.agent("s", solved, ActivityKind.SOLVED, "We sent a new invoice."));
        // completeness 50 of 65 points, 12 h of a target of 8 h: speed 50
        assertThat(stage.last().qualityScore()).isEqualByComparingTo("63.00");

        stage.hears(Stage.rated("r", solved.plusSeconds(60), 100));

        assertThat(stage.last().change()).isEqualTo(EscalationChange.UPDATED);
        assertThat(stage.last().qualityScore()).isEqualByComparingTo("70.40");
        int said = stage.said().size();
        stage.hears(Stage.customer("t", solved.plusSeconds(90), ActivityKind.CUSTOMER_REPLIED, "thanks"));
        assertThat(stage.said()).hasSize(said);
    }

    @Test
    void ratingOfTheNextLifeDoesNotCount() {
        Instant solved = START.plus(Duration.ofHours(1));
        Stage stage = new Stage()
                .hears(CaseOf.asOf(START).turned().scored())
                .hears(Stage.agent("s", solved, ActivityKind.SOLVED, null))
                .hears(Stage.customer("o", solved.plusSeconds(60), ActivityKind.REOPENED, null));
        int said = stage.said().size();

        stage.hears(Stage.rated("r", solved.plusSeconds(120), 0));

        assertThat(stage.said()).hasSize(said);
    }
}

package dev.signalbox.decisions.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.score.Curve.Corner;
import dev.signalbox.decisions.table.TotalTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorePolicyTest {

    private final ScorePolicy starter = PolicyDocument.starter().policy().score();

    @ParameterizedTest
    @CsvSource({
        "10000, CRITICAL",
        "9000, CRITICAL",
        "8999, HIGH",
        "7000, HIGH",
        "6999, STANDARD",
        "5000, STANDARD",
        "4999, LOW",
        "3000, LOW",
        "2999, SELF_SERVICE",
        "0, SELF_SERVICE"
    })
    void bandBeginsExactlyAtItsFloor(long hundredths, Band band) {
        assertThat(starter.bandOf(hundredths)).isEqualTo(band);
    }

    @Test
    void weightsMustAddUpToOne() {
        assertThatThrownBy(() -> weights("0.30", "0.40", "0.20", "0.11"))
                .hasMessage("score.weights must add up to exactly 1, add up to 1.01");
        assertThatThrownBy(() -> weights("1.30", "-0.30", "0", "0"))
                .hasMessage("score.weights.risk must be 0..1 with at most four decimals, is -0.30");
        assertThatThrownBy(() -> weights("0.30001", "0.39999", "0.20", "0.10"))
                .hasMessageStartingWith("score.weights.arr must be 0..1 with at most four decimals");
    }

    @Test
    void curveNeedsCornersThatRise() {
        assertThatThrownBy(() -> new Curve(List.of())).hasMessageContaining("at least one corner");
        assertThatThrownBy(() -> new Curve(List.of(new Corner(5, 1), new Corner(5, 2))))
                .hasMessage("the corners of a curve must rise, but 5 follows 5");
        assertThatThrownBy(() -> new Corner(-1, 5)).hasMessageContaining("x of a corner must be 0..");
        assertThatThrownBy(() -> new Corner(1_000_000_000_001L, 5)).hasMessageContaining("x of a corner must be 0..");
        assertThatThrownBy(() -> new Corner(0, 101)).hasMessageContaining("must be 0..100");
        assertThatThrownBy(() -> new Corner(0, -1)).hasMessageContaining("must be 0..100");
    }

    @Test
    void moreRevenueMustNotHaveFewerPoints() {
        Curve falling = new Curve(List.of(new Corner(0, 10), new Corner(1, 9)));

        assertThatThrownBy(() -> new ScorePolicy(
                        starter.weights(),
                        falling,
                        starter.severity(),
                        starter.renewal(),
                        starter.floors(),
                        starter.bands()))
                .hasMessage("score.arr must never fall: more revenue never has fewer points");
    }

    @Test
    void nearerRenewalMustNotHaveFewerPoints() {
        Curve rising = new Curve(List.of(new Corner(0, 10), new Corner(1, 11)));

        assertThatThrownBy(() -> new RenewalPoints(rising, 60, 100))
                .hasMessageStartingWith("score.renewal.daysBefore must be a curve that never rises");
        assertThatThrownBy(() -> new RenewalPoints(starter.renewal().daysBefore(), -1, 100))
                .hasMessage("score.renewal.overdueDays must be 0 or more, is -1");
        assertThatThrownBy(() -> new RenewalPoints(starter.renewal().daysBefore(), 60, 101))
                .hasMessage("score.renewal.overduePoints must be 0..100, is 101");
    }

    @Test
    void everyScoreMustHaveABand() {
        assertThatThrownBy(() -> bands(Tables.of(Band.class, 90, 70, 50, 30, 10)))
                .hasMessage("score.bands.SELF_SERVICE must be 0, so that every score has a band");
        assertThatThrownBy(() -> bands(Tables.of(Band.class, 90, 70, 75, 30, 0)))
                .hasMessage("score.bands.STANDARD must not be above the row before, 70");
        assertThatThrownBy(() -> bands(Tables.of(Band.class, 101, 70, 50, 30, 0)))
                .hasMessage("score.bands.CRITICAL must be 0..100, is 101");
    }

    @Test
    void floorsMustBeWholePointsAndNameEveryHardRule() {
        Floors floors = starter.floors();
        assertThatThrownBy(() -> new Floors(
                        floors.planSeverity(),
                        90,
                        Map.of(),
                        70,
                        floors.riskWord(),
                        floors.renewalWindow(),
                        floors.stakeholder()))
                .hasMessage("score.floors.hardKeyword needs a floor for each hard rule");
        assertThatThrownBy(() -> new Floors(
                        floors.planSeverity(),
                        90,
                        Map.of("DATA_LOSS", 120),
                        70,
                        floors.riskWord(),
                        floors.renewalWindow(),
                        floors.stakeholder()))
                .hasMessage("score.floors.hardKeyword.DATA_LOSS must be 0..100, is 120");
        assertThatThrownBy(() -> new Floors(
                        Tables.each(PlanTier.class, plan -> Tables.of(Severity.class, 10, 20, 0, 0)),
                        90,
                        floors.hardKeyword(),
                        70,
                        floors.riskWord(),
                        floors.renewalWindow(),
                        floors.stakeholder()))
                .hasMessage("score.floors.planSeverity.TRIAL.P2 must not be above the row before, 10");
        assertThatThrownBy(() -> new Floors.RenewalWindow(-1, 30, 70)).hasMessageContaining("must be 0 or more");
        assertThatThrownBy(() -> new Floors.RenewalWindow(1, -1, 70)).hasMessageContaining("must be 0 or more");
        assertThatThrownBy(() -> new Floors.RenewalWindow(1, 1, 101)).hasMessageContaining("must be 0..100");
        assertThatThrownBy(() -> new Floors.KeyPerson(-1, 70)).hasMessageContaining("must be 0 or more");
        assertThatThrownBy(() -> new Floors.KeyPerson(1, -1)).hasMessageContaining("must be 0..100");
    }

    private ScorePolicy bands(TotalTable<Band, Integer> bands) {
        return new ScorePolicy(
                starter.weights(), starter.arr(), starter.severity(), starter.renewal(), starter.floors(), bands);
    }

    private static Weights weights(String arr, String risk, String severity, String renewal) {
        return new Weights(
                new BigDecimal(arr), new BigDecimal(risk), new BigDecimal(severity), new BigDecimal(renewal));
    }
}

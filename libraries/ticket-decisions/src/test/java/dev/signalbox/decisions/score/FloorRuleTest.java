package dev.signalbox.decisions.score;

import static dev.signalbox.contracts.PlanTier.BASIC;
import static dev.signalbox.contracts.PlanTier.ENTERPRISE;
import static dev.signalbox.contracts.PlanTier.FREE;
import static dev.signalbox.contracts.PlanTier.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Score.Floor;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorRuleTest {

    private static final Factors NOTHING = new Factors(0, 100, Severity.P4, null);

    private final PriorityScore priorityScore =
            new PriorityScore(PolicyDocument.starter().policy().score());

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 90, 70, 50, 30",
        "PRO,        70, 70, 50, 30",
        "BASIC,      50, 50, 30,  0",
        "FREE,       50, 30, 30,  0",
        "TRIAL,      50, 30,  0,  0"
    })
    void everyPlanHasItsFloorForEachSeverity(PlanTier plan, int p1, int p2, int p3, int p4) {
        assertThat(planFloor(plan, Severity.P1)).isEqualTo(p1);
        assertThat(planFloor(plan, Severity.P2)).isEqualTo(p2);
        assertThat(planFloor(plan, Severity.P3)).isEqualTo(p3);
        assertThat(planFloor(plan, Severity.P4)).isEqualTo(p4);
    }

    @Test
    void totalOutageIsCriticalForEveryPlan() {
        for (PlanTier plan : PlanTier.values()) {
            Score score = score(NOTHING, new Circumstances(plan, true, List.of(), false, false, false));

            assertThat(score.floors()).contains(floor("TOTAL_OUTAGE", "90.00"));
            assertThat(score.band()).isEqualTo(Band.CRITICAL);
        }
    }

    @ParameterizedTest
    @CsvSource({"SECURITY_BREACH, 90.00", "DATA_LOSS, 90.00", "PAYMENT_FAILURE, 70.00"})
    void hardKeywordHasItsOwnFloor(String rule, String floor) {
        assertThat(hard(List.of(rule)).floors()).containsExactly(floor("HARD_KEYWORD", floor));
    }

    @Test
    void gravestOfSeveralHardKeywordsCounts() {
        assertThat(hard(List.of("PAYMENT_FAILURE", "DATA_LOSS")).floors())
                .containsExactly(floor("HARD_KEYWORD", "90.00"));
    }

    @Test
    void hardKeywordThatThePolicyDoesNotNameIsTakenForTheGravest() {
        assertThat(hard(List.of("RANSOM")).floors()).containsExactly(floor("HARD_KEYWORD", "90.00"));
    }

    @Test
    void lockingSomeoneOutIsHigh() {
        Score score = score(NOTHING, new Circumstances(TRIAL, false, List.of(), true, false, false));

        assertThat(score.floors()).containsExactly(floor("ACCESS_REVOCATION", "70.00"));
        assertThat(score.band()).isEqualTo(Band.HIGH);
    }

    @ParameterizedTest
    @CsvSource({"ENTERPRISE, 70.00", "PRO, 70.00", "BASIC, 50.00", "FREE, 30.00", "TRIAL, 30.00"})
    void riskWordInAComplaintCountsByPlan(PlanTier plan, String floor) {
        Score score = score(NOTHING, new Circumstances(plan, false, List.of(), false, true, false));

        assertThat(score.floors()).contains(floor("RISK_WORD", floor));
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 30, true",
        "100000, 0, true",
        "99999, 30, false",
        "100000, 31, false",
        "100000, -1, false",
        "100000, , false"
    })
    void renewalWindowIsTheLastThirtyDaysOfAnAccountOfWeight(long arr, Long days, boolean holds) {
        Score score = score(
                new Factors(arr, 100, Severity.P4, days),
                new Circumstances(BASIC, false, List.of(), false, false, false));

        assertThat(score.floors().contains(floor("RENEWAL_WINDOW", "70.00"))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"100000, true, true", "99999, true, false", "100000, false, false"})
    void keyPersonOfAnAccountOfWeightIsHigh(long arr, boolean keyPerson, boolean holds) {
        Score score = score(
                new Factors(arr, 100, Severity.P4, null),
                new Circumstances(BASIC, false, List.of(), false, false, keyPerson));

        assertThat(score.floors().contains(floor("STAKEHOLDER", "70.00"))).isEqualTo(holds);
    }

    @Test
    void everyFloorThatHoldsIsRecordedInTheOrderOfThePolicy() {
        Score score = score(
                new Factors(100_000, 100, Severity.P1, 5L),
                new Circumstances(ENTERPRISE, true, List.of("PAYMENT_FAILURE"), true, true, true));

        assertThat(score.floors().stream().map(Floor::rule))
                .containsExactly(
                        "PLAN_SEVERITY",
                        "TOTAL_OUTAGE",
                        "HARD_KEYWORD",
                        "ACCESS_REVOCATION",
                        "RISK_WORD",
                        "RENEWAL_WINDOW",
                        "STAKEHOLDER");
        assertThat(score.raw()).isEqualTo(new BigDecimal("51.00"));
    }

    @Test
    void floorBelowTheSumChangesNothing() {
        Score score = score(
                new Factors(500_000, 0, Severity.P1, 10L),
                new Circumstances(FREE, false, List.of(), false, false, false));

        assertThat(score.value()).isEqualTo(score.raw()).isEqualTo(new BigDecimal("100.00"));
    }

    private Score hard(List<String> rules) {
        return score(NOTHING, new Circumstances(TRIAL, false, rules, false, false, false));
    }

    private int planFloor(PlanTier plan, Severity severity) {
        return score(
                        new Factors(0, 100, severity, null),
                        new Circumstances(plan, false, List.of(), false, false, false))
                .floors()
                .stream()
                .filter(floor -> floor.rule().equals("PLAN_SEVERITY"))
                .mapToInt(floor -> floor.floor().intValueExact())
                .sum();
    }

    private Score score(Factors factors, Circumstances circumstances) {
        return priorityScore.of(new ScoreInputs(factors, circumstances, false));
    }

    private static Floor floor(String rule, String floor) {
        return new Floor(rule, new BigDecimal(floor));
    }
}

package dev.signalbox.decisions.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Score.Floor;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.Seeds;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriorityScorePropertiesTest {

    private static final int ROUNDS = Seeds.rounds(5_000);

    private final RandomCases cases = new RandomCases(Seeds.random(PriorityScorePropertiesTest.class));
    private final ScorePolicy starter = PolicyDocument.starter().policy().score();

    @Test
    void contributionsAreExactAndAddUpToRawUnderAnyPolicy() {
        for (int round = 0; round < ROUNDS; round++) {
            ScorePolicy policy = round % 2 == 0 ? starter : cases.policy();
            Factors factors = cases.factors();
            NaiveScore naive = new NaiveScore(policy);

            Score score = new PriorityScore(policy).of(new ScoreInputs(factors, cases.circumstances(), false));

            assertThat(score.contributions().arr()).isEqualTo(naive.arr(factors.arr()));
            assertThat(score.contributions().risk()).isEqualTo(naive.risk(factors.health()));
            assertThat(score.contributions().severity()).isEqualTo(naive.severity(factors.severity()));
            assertThat(score.contributions().renewal()).isEqualTo(naive.renewal(factors.daysToRenewal()));
            assertThat(score.raw()).isEqualTo(score.contributions().sum());
        }
    }

    @Test
    void valueIsTheGreatestOfRawAndAllFloorsAndWithinZeroAndHundred() {
        for (int round = 0; round < ROUNDS; round++) {
            Score score = new PriorityScore(cases.policy()).of(cases.inputs());

            BigDecimal greatest = score.floors().stream().map(Floor::floor).reduce(score.raw(), BigDecimal::max);
            assertThat(score.value()).isEqualTo(greatest).isBetween(BigDecimal.ZERO, new BigDecimal("100.00"));
        }
    }

    @Test
    void scoreNeverFallsWithRevenueSeverityOrRiskAndNeverRisesWithTimeToRenewal() {
        Random random = Seeds.random(PriorityScorePropertiesTest.class);
        PriorityScore priorityScore = new PriorityScore(starter);
        for (int round = 0; round < ROUNDS; round++) {
            Circumstances circumstances = cases.circumstances();
            Factors factors = cases.factors();
            long value = priorityScore.value(factors, circumstances);

            assertThat(priorityScore.value(factors.withArr(factors.arr() + random.nextInt(200_000)), circumstances))
                    .isGreaterThanOrEqualTo(value);
            assertThat(priorityScore.value(factors.withHealth(random.nextInt(factors.health() + 1)), circumstances))
                    .isGreaterThanOrEqualTo(value);
            assertThat(priorityScore.value(factors.withSeverity(Severity.P1), circumstances))
                    .isGreaterThanOrEqualTo(value);
            assertThat(priorityScore.value(factors.withSeverity(Severity.P4), circumstances))
                    .isLessThanOrEqualTo(value);
            long days = random.nextInt(250);
            assertThat(priorityScore.value(factors.withDaysToRenewal(days + random.nextInt(50)), circumstances))
                    .isLessThanOrEqualTo(priorityScore.value(factors.withDaysToRenewal(days), circumstances));
        }
    }
}

package dev.signalbox.decisions.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.Cases;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreInputsTest {

    private static final LocalDate RENEWAL = LocalDate.parse("2026-12-12");

    private final PriorityScore priorityScore =
            new PriorityScore(PolicyDocument.starter().policy().score());

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T22:59:59Z, Europe/Berlin, 20",
        "2026-11-22T23:00:00Z, Europe/Berlin, 19",
        "2026-11-23T04:59:59Z, America/New_York, 20",
        "2026-11-22T23:59:59Z, , 20",
        "2026-12-13T00:00:00Z, UTC, -1"
    })
    void daysToRenewalAreThoseOfTheAccountsOwnCalendar(Instant asOf, String timeZone, long days) {
        ScoreInputs inputs = ScoreInputs.of(
                Cases.account(PlanTier.PRO, 1, 70, RENEWAL, timeZone), Cases.analysis(Severity.P3), asOf);

        assertThat(inputs.factors().daysToRenewal()).isEqualTo(days);
    }

    @Test
    void unknownTimeZoneCountsInUtcAndSaysSo() {
        Score score = priorityScore.of(
                Cases.account(PlanTier.PRO, 1, 70, RENEWAL, "Moon/Crater"),
                Cases.analysis(Severity.P3),
                Instant.parse("2026-11-22T09:00:00Z"));

        assertThat(score.flags()).containsExactly("TIME_ZONE_UNKNOWN");
        assertThat(score.contributions().renewal()).isEqualTo(new BigDecimal("10.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-13T12:00:00Z, 10.00, false",
        "2027-02-10T12:00:00Z, 10.00, false",
        "2027-02-11T12:00:00Z, 0.00, true"
    })
    void renewalThatIsOverdueCountsForSixtyDaysAndIsFlaggedAfterwards(Instant asOf, String points, boolean flagged) {
        Score score = priorityScore.of(Cases.account(PlanTier.PRO, 1, 70, RENEWAL), Cases.analysis(Severity.P3), asOf);

        assertThat(score.contributions().renewal()).isEqualTo(new BigDecimal(points));
        assertThat(score.flags().contains("RENEWAL_LONG_OVERDUE")).isEqualTo(flagged);
    }

    @Test
    void accountWithoutRenewalDateHasNoRenewalPoints() {
        Score score = priorityScore.of(
                Cases.account(PlanTier.PRO, 1, 70, null),
                Cases.analysis(Severity.P3),
                Instant.parse("2026-11-22T09:00:00Z"));

        assertThat(score.contributions().renewal()).isEqualTo(new BigDecimal("0.00"));
        assertThat(score.flags()).isEmpty();
    }

    @Test
    void revenueBelowZeroAndHealthBeyondItsRangeAreRefused() {
        assertThatThrownBy(() -> new Factors(-1, 70, Severity.P3, null)).hasMessage("arr must be 0 or more");
        assertThatThrownBy(() -> new Factors(0, -1, Severity.P3, null)).hasMessage("health must be 0..100");
        assertThatThrownBy(() -> new Factors(0, 101, Severity.P3, null)).hasMessage("health must be 0..100");
        assertThat(new Factors(0, 0, Severity.P3, null).withHealth(100).health())
                .isEqualTo(100);
    }
}

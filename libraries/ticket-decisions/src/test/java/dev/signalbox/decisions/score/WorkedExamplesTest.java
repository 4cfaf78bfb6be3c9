package dev.signalbox.decisions.score;

import static dev.signalbox.contracts.PlanTier.BASIC;
import static dev.signalbox.contracts.PlanTier.ENTERPRISE;
import static dev.signalbox.contracts.PlanTier.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.Cases;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of the published scoring rules, to the last digit. */
class WorkedExamplesTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final PriorityScore priorityScore =
            new PriorityScore(PolicyDocument.starter().policy().score());

    @Test
    void billingQuestionOfALargeAccountShortlyBeforeRenewalIsHigh() {
        assertThat(score(Cases.account(ENTERPRISE, 200_000, 60, TODAY.plusDays(20)), Cases.analysis(Severity.P3)))
                .isEqualTo("""
                        {"value":70.00,"raw":61.00,"band":"HIGH",\
                        "contributions":{"arr":27.00,"risk":16.00,"severity":8.00,"renewal":10.00},\
                        "floors":[{"rule":"PLAN_SEVERITY","floor":50.00},{"rule":"RENEWAL_WINDOW","floor":70.00}],\
                        "nearestFlip":{"heldBy":"RENEWAL_WINDOW"},"flags":[]}""");
    }

    @Test
    void featureRequestOfASmallAccountIsForSelfService() {
        assertThat(score(Cases.account(BASIC, 5_000, 60, TODAY.plusDays(304)), Cases.analysis(Severity.P4)))
                .isEqualTo("""
                        {"value":21.00,"raw":21.00,"band":"SELF_SERVICE",\
                        "contributions":{"arr":3.00,"risk":16.00,"severity":2.00,"renewal":0.00},\
                        "floors":[],\
                        "nearestFlip":{"factor":"severity","change":"severity P4 -> P3","band":"LOW","value":30.00},\
                        "flags":[]}""");
    }

    @Test
    void totalOutageOfABasicCustomerIsCritical() {
        Analysis outage = Cases.analysis(Severity.P1, true, List.of(), List.of(), false, false);
        assertThat(score(Cases.account(BASIC, 3_000, 80, TODAY.plusDays(200)), outage))
                .isEqualTo("""
                        {"value":90.00,"raw":29.80,"band":"CRITICAL",\
                        "contributions":{"arr":1.80,"risk":8.00,"severity":20.00,"renewal":0.00},\
                        "floors":[{"rule":"PLAN_SEVERITY","floor":50.00},{"rule":"TOTAL_OUTAGE","floor":90.00}],\
                        "nearestFlip":{"heldBy":"TOTAL_OUTAGE"},"flags":[]}""");
    }

    @Test
    void gravePersistingFaultOfAProCustomerIsHigh() {
        assertThat(score(Cases.account(PRO, 75_000, 50, TODAY.plusDays(75)), Cases.analysis(Severity.P2)))
                .isEqualTo("""
                        {"value":70.00,"raw":57.50,"band":"HIGH",\
                        "contributions":{"arr":18.00,"risk":20.00,"severity":14.00,"renewal":5.50},\
                        "floors":[{"rule":"PLAN_SEVERITY","floor":70.00}],\
                        "nearestFlip":{"heldBy":"PLAN_SEVERITY"},"flags":[]}""");
    }

    @Test
    void contributionsAreRoundedOnceAndHalfUp() {
        assertThat(score(Cases.account(PRO, 12_345, 37, TODAY.plusDays(45)), Cases.analysis(Severity.P3)))
                .isEqualTo("""
                        {"value":50.00,"raw":46.90,"band":"STANDARD",\
                        "contributions":{"arr":5.20,"risk":25.20,"severity":8.00,"renewal":8.50},\
                        "floors":[{"rule":"PLAN_SEVERITY","floor":50.00}],\
                        "nearestFlip":{"heldBy":"PLAN_SEVERITY"},"flags":[]}""");
    }

    @Test
    void renewingLargeAccountOutranksAFeatureRequestOfASmallOne() {
        Score billing = priorityScore.of(
                Cases.account(ENTERPRISE, 200_000, 60, TODAY.plusDays(20)), Cases.analysis(Severity.P3), AS_OF);
        Score feature = priorityScore.of(
                Cases.account(BASIC, 5_000, 60, TODAY.plusDays(304)), Cases.analysis(Severity.P4), AS_OF);

        assertThat(billing.raw()).isGreaterThan(feature.raw());
    }

    private String score(Account account, Analysis analysis) {
        return Json.text(priorityScore.of(account, analysis, AS_OF));
    }
}

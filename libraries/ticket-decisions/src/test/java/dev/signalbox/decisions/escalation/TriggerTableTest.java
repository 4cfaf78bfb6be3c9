package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.EscalationType;
import dev.signalbox.contracts.RiskLevel;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.SupportTier;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of domain 7: what opens, and what just does not. */
class TriggerTableTest {

    static Stream<Arguments> opens() {
        return Stream.of(
                arguments("total outage", quiet().totalOutage(), EscalationTrigger.OUTAGE),
                arguments("severity P1", quiet().severity(Severity.P1), EscalationTrigger.OUTAGE),
                arguments("security breach", quiet().hardRule("SECURITY_BREACH"), EscalationTrigger.SECURITY),
                arguments("dispute", quiet().intent("overcharge"), EscalationTrigger.CONTRACT_DISPUTE),
                arguments("health 39", quiet().account(100_000, 39), EscalationTrigger.HIGH_VALUE_RISK),
                arguments(
                        "cancellation", quiet().account(100_000, 90).cancellation(), EscalationTrigger.HIGH_VALUE_RISK),
                arguments(
                        "strongly negative",
                        quiet().sounding(Sentiment.Label.STRONGLY_NEGATIVE),
                        EscalationTrigger.NEGATIVE_SENTIMENT),
                arguments("turned negative", quiet().turned(), EscalationTrigger.NEGATIVE_SENTIMENT),
                arguments("wants a person", quiet().wantsPerson(), EscalationTrigger.CUSTOMER_REQUEST),
                arguments("wants a manager", quiet().riskWord("manager"), EscalationTrigger.CUSTOMER_REQUEST),
                arguments(
                        "deadline in 48 h",
                        quiet().deadline(START.plus(Duration.ofHours(48))),
                        EscalationTrigger.DEADLINE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("opens")
    void opens(String condition, CaseOf given, EscalationTrigger trigger) {
        List<Escalation> said = new Stage().hears(given.scored()).said();

        assertThat(said).hasSize(1);
        assertThat(said.get(0).trigger()).isEqualTo(trigger);
        TriggerRule rule = Stage.POLICY.rule(trigger);
        assertThat(said.get(0).risk()).isEqualTo(rule.risk());
        assertThat(said.get(0).renewalImpact()).isEqualTo(rule.renewalImpact());
        assertThat(said.get(0).expertise()).isEqualTo(rule.expertise());
    }

    static Stream<Arguments> opensNothing() {
        return Stream.of(
                arguments("a plain question", quiet()),
                arguments("severity P2", quiet().severity(Severity.P2)),
                arguments("another hard rule", quiet().hardRule("PAYMENT_FAILURE")),
                arguments("health 40", quiet().account(100_000, 40)),
                arguments("revenue below the line", quiet().account(99_999, 10).cancellation()),
                arguments("negative", quiet().sounding(Sentiment.Label.NEGATIVE)),
                arguments("another risk word", quiet().riskWord("legal")),
                arguments("a deadline that has passed", quiet().deadline(START.minusSeconds(1))),
                arguments("complex, but nobody routed it yet", quiet().complex()),
                arguments("imported", quiet().imported().totalOutage()),
                arguments(
                        "older than seven days at first sight",
                        quiet().createdAt(START.minus(Duration.ofDays(7)).minusSeconds(1))
                                .totalOutage()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("opensNothing")
    void opensNothing(String condition, CaseOf given) {
        assertThat(new Stage().hears(given.scored()).said()).isEmpty();
    }

    @Test
    void figuresOfTheDomainsTableAreTheStarterPolicys() {
        assertRule(EscalationTrigger.SLA_BREACH, RiskLevel.HIGH, RiskLevel.MODERATE, EscalationType.HIERARCHICAL);
        assertRule(
                EscalationTrigger.TECHNICAL_COMPLEXITY,
                RiskLevel.MODERATE,
                RiskLevel.MODERATE,
                EscalationType.AGENT_INITIATED);
        assertRule(EscalationTrigger.CONTRACT_DISPUTE, RiskLevel.MODERATE, RiskLevel.HIGH, EscalationType.HIERARCHICAL);
        assertRule(EscalationTrigger.OUTAGE, RiskLevel.CRITICAL, RiskLevel.VERY_HIGH, EscalationType.PRIORITY_DRIVEN);
        assertRule(EscalationTrigger.HIGH_VALUE_RISK, RiskLevel.HIGH, RiskLevel.CRITICAL, EscalationType.HIERARCHICAL);
        assertRule(EscalationTrigger.NEGATIVE_SENTIMENT, RiskLevel.HIGH, RiskLevel.HIGH, EscalationType.HIERARCHICAL);
        assertRule(EscalationTrigger.SECURITY, RiskLevel.CRITICAL, RiskLevel.HIGH, EscalationType.PRIORITY_DRIVEN);
        assertRule(EscalationTrigger.DEADLINE, RiskLevel.HIGH, RiskLevel.HIGH, EscalationType.PRIORITY_DRIVEN);
        assertRule(
                EscalationTrigger.CUSTOMER_REQUEST,
                RiskLevel.HIGH,
                RiskLevel.MODERATE,
                EscalationType.CUSTOMER_INITIATED);
        assertRule(
                EscalationTrigger.AGENT_REQUEST,
                RiskLevel.MODERATE,
                RiskLevel.MODERATE,
                EscalationType.AGENT_INITIATED);
    }

    private static void assertRule(
            EscalationTrigger trigger, RiskLevel risk, RiskLevel renewalImpact, EscalationType type) {
        assertThat(Stage.POLICY.rule(trigger).risk()).isEqualTo(risk);
        assertThat(Stage.POLICY.rule(trigger).renewalImpact()).isEqualTo(renewalImpact);
        assertThat(Stage.POLICY.chain(trigger).type()).isEqualTo(type);
    }

    @Test
    void clockAtNinetyPercentOpensAsPredictedAndStopsBeingSoAtTheDeadline() {
        Stage stage = new Stage().hears(quiet().scored(), Stage.escalate(1, START, 90));

        assertThat(stage.last().trigger()).isEqualTo(EscalationTrigger.SLA_BREACH);
        assertThat(stage.last().predicted()).isTrue();
        assertThat(stage.last().clock()).isEqualTo(ClockKind.FIRST_RESPONSE);
        assertThat(stage.last().reason()).isEqualTo("FIRST_RESPONSE at 90 % of its time: not accepted");

        stage.hears(Stage.watched(2, START, SlaActionKind.REASSIGN, ClockKind.FIRST_RESPONSE, 100));

        assertThat(stage.last().predicted()).isFalse();
        assertThat(stage.escalations()).hasSize(1);
    }

    @Test
    void warningOfTheWatchdogOpensNothing() {
        Stage stage = new Stage()
                .hears(quiet().scored(), Stage.watched(1, START, SlaActionKind.WARN, ClockKind.FIRST_RESPONSE, 75));

        assertThat(stage.said()).isEmpty();
    }

    @Test
    void complexityOpensWhereTheFrontLineIsAlone() {
        assertThat(routedTo(quiet().complex(), SupportTier.T1)).containsExactly(EscalationTrigger.TECHNICAL_COMPLEXITY);
        assertThat(routedTo(quiet().complex(), SupportTier.T2)).isEmpty();
        assertThat(routedTo(quiet().complex().withArticle(), SupportTier.T1)).isEmpty();
        assertThat(routedTo(quiet(), SupportTier.T1)).isEmpty();
    }

    private static List<EscalationTrigger> routedTo(CaseOf given, SupportTier tier) {
        return new Stage()
                .hears(given.scored(), given.routed(1, tier, "lena", RouteCause.NEW)).said().stream()
                        .map(Escalation::trigger)
                        .toList();
    }

    @Test
    void deadlineOpensFortyEightHoursBeforeItAndNotEarlier() {
        Stage stage = new Stage()
                .hears(quiet().deadline(START.plus(Duration.ofHours(50))).scored());
        assertThat(stage.waits(Duration.ofMinutes(119)).said()).isEmpty();

        stage.waits(Duration.ofMinutes(1));

        assertThat(stage.last().trigger()).isEqualTo(EscalationTrigger.DEADLINE);
    }

    @Test
    void deadlineThatMovesAwayInTimeOpensNothing() {
        Stage stage = new Stage()
                .hears(quiet().deadline(START.plus(Duration.ofHours(50))).scored())
                .hears(quiet().version(2).scored())
                .waits(Duration.ofDays(3));

        assertThat(stage.said()).isEmpty();
    }

    @Test
    void agentAndCustomerAskInTheirOwnName() {
        Stage agent = new Stage()
                .hears(quiet().scored(), Stage.agent("a", START, ActivityKind.ESCALATION_REQUESTED, "I lack access"));
        Stage customer = new Stage()
                .hears(quiet().scored(), Stage.customer("c", START, ActivityKind.ESCALATION_REQUESTED, "Your boss!"));

        assertThat(agent.last().trigger()).isEqualTo(EscalationTrigger.AGENT_REQUEST);
        assertThat(agent.last().by()).isEqualTo("lena");
        assertThat(agent.last().reason()).isEqualTo("an agent asks for help: I lack access");
        assertThat(customer.last().trigger()).isEqualTo(EscalationTrigger.CUSTOMER_REQUEST);
    }

    @Test
    void personMayAskForAnImportedTicketToo() {
        Stage stage = new Stage()
                .hears(quiet().imported().scored())
                .hears(Stage.agent("a", START, ActivityKind.ESCALATION_REQUESTED, "look"));

        assertThat(stage.last().trigger()).isEqualTo(EscalationTrigger.AGENT_REQUEST);
    }

    @Test
    void repeatedBreachesOfAValuableAccountAreItsRisk() {
        Fact twice = new Fact.BreachedRepeatedly(Stage.TICKET, 2, START);

        assertThat(new Stage()
                        .hears(quiet().account(100_000, 90).scored(), twice)
                        .last()
                        .reason())
                .isEqualTo("annual revenue 100000, 2 promises broken in 30 days");
        assertThat(new Stage()
                        .hears(quiet().account(99_999, 90).scored(), twice)
                        .said())
                .isEmpty();
    }

    @Test
    void nothingOpensBeforeTheTicketItselfIsHeardOf() {
        Stage stage = new Stage()
                .hears(Stage.escalate(1, START, 90))
                .hears(Stage.agent("a", START, ActivityKind.ESCALATION_REQUESTED, null));
        assertThat(stage.said()).isEmpty();

        stage.hears(quiet().scored());

        assertThat(stage.live()).hasSize(2);
    }

    private static CaseOf quiet() {
        return CaseOf.asOf(START);
    }
}

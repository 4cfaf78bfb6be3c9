package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SupportTier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chains on virtual time, each to its last step (I20). */
class ChainTest {

    @Test
    void everyLevelOfAHierarchicalChainFiresInItsTime() {
        Stage stage = breached().waits(Duration.ofHours(3));

        assertThat(stage.story())
                .containsExactly(
                        "0 min OPENED 1 lena",
                        "5 min LEVEL_RAISED 2 team-lead",
                        "15 min LEVEL_RAISED 3 manager",
                        "45 min LEVEL_RAISED 4 executive",
                        "105 min UNDELIVERABLE 4 executive");
    }

    @ParameterizedTest
    @EnumSource(EscalationTrigger.class)
    void everyTriggersChainRunsToItsLastStepAndEachStepOnce(EscalationTrigger trigger) {
        Stage stage = new Stage()
                .hears(quiet().scored(), quiet().routed(1, SupportTier.T1, "lena", RouteCause.NEW))
                .asks(new Signal("k", trigger, START, "test", null, 0, false, null, List.of()));
        Escalation opened = stage.last();
        List<ChainStep> steps = Stage.POLICY.chain(trigger).steps();

        stage.waits(Duration.ofHours(20));

        Duration time = Duration.ZERO;
        for (int level = 1; level <= opened.path().size(); level++) {
            Escalation told = stage.said().get(level - 1);
            assertThat(told.level()).isEqualTo(level);
            assertThat(told.owner()).isEqualTo(opened.path().get(level - 1));
            assertThat(Duration.between(START, told.at())).isEqualTo(time);
            int left = opened.path().size() - level;
            time = time.plus(steps.get(steps.size() - 1 - left).acknowledgeWithin());
        }
        assertThat(stage.said()).hasSize(opened.path().size() + 1);
        assertThat(stage.last().change()).isEqualTo(EscalationChange.UNDELIVERABLE);
        assertThat(Duration.between(START, stage.last().at())).isEqualTo(time);
    }

    @Test
    void nobodyAnswersIsSaidAgainWithEveryUpdateThatIsDue() {
        Stage stage = breached().waits(Duration.ofDays(3));

        assertThat(stage.story().subList(4, 7))
                .containsExactly(
                        "105 min UNDELIVERABLE 4 executive",
                        "1545 min UNDELIVERABLE 4 executive",
                        "2985 min UNDELIVERABLE 4 executive");
        assertThat(stage.last().state()).isEqualTo(EscalationState.OPEN);
    }

    @Test
    void acknowledgingStopsTheChain() {
        Stage stage = breached().waits(Duration.ofMinutes(7)).acts(EscalationAction.ACKNOWLEDGE, "tom", "mine");

        assertThat(stage.last().state()).isEqualTo(EscalationState.ACKNOWLEDGED);
        assertThat(stage.last().ackDueAt()).isNull();
        assertThat(stage.last().acknowledgedAt()).isEqualTo(START.plus(Duration.ofMinutes(7)));
        stage.waits(Duration.ofMinutes(239));
        assertThat(stage.last().change()).isEqualTo(EscalationChange.ACKNOWLEDGED);
    }

    @Test
    void silenceAfterAcknowledgingTellsTheLevelAgainAndGoesOn() {
        Stage stage = breached()
                .waits(Duration.ofMinutes(7))
                .acts(EscalationAction.ACKNOWLEDGE, "tom", null)
                .waits(Duration.ofHours(5));

        assertThat(stage.story().subList(2, 6))
                .containsExactly(
                        "7 min ACKNOWLEDGED 2 team-lead",
                        "247 min UNACKNOWLEDGED 2 team-lead",
                        "257 min LEVEL_RAISED 3 manager",
                        "287 min LEVEL_RAISED 4 executive");
    }

    @Test
    void updatesKeepAnAcknowledgedEscalationQuietForADayEach() {
        Stage stage = breached()
                .acts(EscalationAction.ACKNOWLEDGE, "tom", null)
                .waits(Duration.ofHours(3))
                .acts(EscalationAction.UPDATE, "tom", "found it");

        assertThat(stage.last().state()).isEqualTo(EscalationState.IN_PROGRESS);
        assertThat(stage.last().updateDueAt()).isEqualTo(START.plus(Duration.ofHours(27)));
        stage.waits(Duration.ofHours(24));
        assertThat(stage.last().change()).isEqualTo(EscalationChange.UNACKNOWLEDGED);
    }

    @Test
    void severestTicketsNeedAnUpdateEveryHour() {
        Stage stage = new Stage().hears(quiet().severity(Severity.P1).scored());
        assertThat(stage.last().updateDueAt()).isEqualTo(START.plus(Duration.ofHours(1)));

        stage.acts(EscalationAction.ACKNOWLEDGE, "tom", null);
        assertThat(stage.last().updateDueAt()).isEqualTo(START.plus(Duration.ofMinutes(30)));

        stage.acts(EscalationAction.UPDATE, "tom", null);
        assertThat(stage.last().updateDueAt()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void afterADowntimeTheNextLevelGetsItsWholeTime() {
        Stage stage = breached();
        EscalationDecision late =
                new EscalationDecision(stage.state(), Stage.POLICY, "h", START.plus(Duration.ofHours(2)));

        late.wake();

        assertThat(late.changes()).hasSize(1);
        assertThat(late.changes().get(0).level()).isEqualTo(2);
        assertThat(late.changes().get(0).ackDueAt()).isEqualTo(START.plus(Duration.ofMinutes(130)));
    }

    @Test
    void chainIsFixedAtTheOpening() {
        Stage stage = breached();
        stage.hears(quiet().routed(2, SupportTier.T1, "tom", RouteCause.REASSIGNED_SLA));

        stage.waits(Duration.ofMinutes(5));

        assertThat(stage.last().path()).containsExactly("lena", "team-lead", "manager", "executive");
    }

    @Test
    void ticketWithoutAnAgentStartsAtTheNextStep() {
        Stage stage = new Stage().hears(quiet().scored(), Stage.escalate(1, START, 90));

        assertThat(stage.last().path()).containsExactly("team-lead", "manager", "executive");
        assertThat(stage.last().owner()).isEqualTo("team-lead");
    }

    @Test
    void functionalChainStartsAboveTheTierThatHasTheTicket() {
        assertThat(handedUpFrom(SupportTier.T0)).containsExactly("T1", "T2", "T3");
        assertThat(handedUpFrom(SupportTier.T1)).containsExactly("T2", "T3");
        assertThat(handedUpFrom(SupportTier.T2)).containsExactly("T3");
        assertThat(handedUpFrom(SupportTier.T3)).containsExactly("T3");
    }

    private static List<String> handedUpFrom(SupportTier tier) {
        return new Stage()
                .hears(quiet().scored(), quiet().routed(1, tier, "lena", RouteCause.NEW))
                .hears(Stage.agent("a", START, ActivityKind.ESCALATION_REQUESTED, "help"))
                .last()
                .path();
    }

    @Test
    void clockFarBeyondItsDeadlineRaisesToTheNextStep() {
        Stage stage = breached().acts(EscalationAction.ACKNOWLEDGE, "lena", null);

        stage.hears(Stage.escalate(2, START, 150));
        assertThat(stage.last().change()).isEqualTo(EscalationChange.LEVEL_RAISED);
        assertThat(stage.last().state()).isEqualTo(EscalationState.OPEN);
        assertThat(stage.last().owner()).isEqualTo("team-lead");

        stage.hears(Stage.escalate(3, START, 200));
        assertThat(stage.last().owner()).isEqualTo("manager");
        assertThat(stage.escalations()).hasSize(1);
    }

    @Test
    void clockThatWasNeverHeardOfOpensWhateverItsLevel() {
        Stage stage = new Stage().hears(quiet().scored(), Stage.escalate(1, START, 200));

        assertThat(stage.last().change()).isEqualTo(EscalationChange.OPENED);
    }

    @Test
    void outageReachesTheExpertsWhenAHumanConfirmsIt() {
        Stage stage = new Stage().hears(quiet().totalOutage().scored());
        assertThat(stage.last().owner()).isEqualTo("T2");

        stage.hears(Stage.agent("a", START, ActivityKind.ESCALATION_REQUESTED, "all regions down"));

        assertThat(stage.said().stream().map(Escalation::change))
                .containsExactly(EscalationChange.OPENED, EscalationChange.JOINED, EscalationChange.LEVEL_RAISED);
        assertThat(stage.last().owner()).isEqualTo("T3");
        assertThat(stage.last().joined()).containsExactly(EscalationTrigger.AGENT_REQUEST);
    }

    @Test
    void outageThatAPersonReportsGoesStraightToTheExperts() {
        Stage stage = new Stage()
                .hears(quiet().scored())
                .asks(Signal.asked("k", EscalationTrigger.OUTAGE, START, "login is down", "tom"));

        assertThat(stage.last().path()).containsExactly("T3", "engineering");
    }

    private static Stage breached() {
        return new Stage()
                .hears(quiet().scored(), quiet().routed(1, SupportTier.T1, "lena", RouteCause.NEW))
                .hears(Stage.escalate(1, START, 90));
    }

    private static CaseOf quiet() {
        return CaseOf.asOf(START);
    }
}

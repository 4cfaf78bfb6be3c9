package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What joins, what runs beside, what ends with the ticket. */
class JoiningTest {

    private static final Instant LATER = START.plus(Duration.ofMinutes(10));

    @Test
    void furtherTriggerJoinsTheOpenEscalation() {
        Stage stage = new Stage()
                .hears(quiet().scored(), Stage.escalate(1, START, 90))
                .hears(quiet().version(2).turned().scored());

        assertThat(stage.last().change()).isEqualTo(EscalationChange.JOINED);
        assertThat(stage.last().joined()).containsExactly(EscalationTrigger.NEGATIVE_SENTIMENT);
        assertThat(stage.last().note()).isEqualTo("sentiment turned negative over the conversation");
        assertThat(stage.escalations()).hasSize(1);
    }

    @Test
    void oneOfHigherRiskStartsItsOwnChainBeside() {
        Stage stage = new Stage()
                .hears(quiet().scored(), Stage.escalate(1, START, 90))
                .hears(CaseOf.asOf(LATER).version(2).totalOutage().scored());

        assertThat(changes(stage)).containsExactly(EscalationChange.OPENED, EscalationChange.OPENED);
        assertThat(stage.live()).hasSize(2);
        assertThat(stage.last().id()).isNotEqualTo(stage.said().get(0).id());
        assertThat(stage.last().dedupKey()).isNotEqualTo(stage.said().get(0).dedupKey());
    }

    @Test
    void functionalAndHierarchicalWaysRunTogether() {
        Stage stage = new Stage()
                .hears(quiet().scored(), Stage.escalate(1, START, 90))
                .hears(Stage.agent("a", LATER, ActivityKind.ESCALATION_REQUESTED, "tried all"));

        assertThat(stage.live().stream().map(Escalation::trigger))
                .containsExactly(EscalationTrigger.SLA_BREACH, EscalationTrigger.AGENT_REQUEST);
    }

    @Test
    void whatTheExpertsHaveNeedsNoChainOfItsOwn() {
        Stage stage =
                new Stage().hears(quiet().totalOutage().wantsPerson().scored()).hears(Stage.escalate(1, LATER, 90));

        assertThat(stage.escalations()).hasSize(1);
        assertThat(stage.last().joined())
                .containsExactly(EscalationTrigger.CUSTOMER_REQUEST, EscalationTrigger.SLA_BREACH);
    }

    @Test
    void conditionThatGoesOnHoldingTakesEffectOnce() {
        Stage stage = new Stage().hears(quiet().turned().scored());
        stage.acts(EscalationAction.RESOLVE, "tom", "called");

        stage.hears(CaseOf.asOf(LATER).version(2).turned().scored());

        assertThat(stage.said()).hasSize(2);
    }

    @Test
    void conditionThatComesBackTakesEffectAgain() {
        Stage stage = new Stage().hears(quiet().turned().scored());
        stage.acts(EscalationAction.RESOLVE, "tom", "called");

        stage.hears(CaseOf.asOf(LATER).version(2).scored())
                .hears(CaseOf.asOf(LATER.plusSeconds(60)).version(3).turned().scored());

        assertThat(stage.live()).hasSize(1);
        assertThat(stage.escalations()).hasSize(2);
    }

    @Test
    void laterNewsOfAGreaterAndEarlierTriggerTakesOverTheLesserOne() {
        Stage stage = new Stage()
                .hears(CaseOf.asOf(LATER).intent("overcharge").scored())
                .hears(Stage.escalate(1, START, 90));

        assertThat(changes(stage))
                .containsExactly(
                        EscalationChange.OPENED,
                        EscalationChange.OPENED,
                        EscalationChange.CANCELLED,
                        EscalationChange.JOINED);
        assertThat(stage.live()).hasSize(1);
        assertThat(stage.last().joined()).containsExactly(EscalationTrigger.CONTRACT_DISPUTE);
    }

    @Test
    void escalationThatSomebodyHoldsIsNotTakenOver() {
        Stage stage = new Stage()
                .hears(CaseOf.asOf(LATER).intent("overcharge").scored())
                .acts(EscalationAction.ACKNOWLEDGE, "tom", null)
                .hears(Stage.escalate(1, START, 90));

        assertThat(stage.live()).hasSize(2);
    }

    @Test
    void solvedTicketResolvesItsEscalations() {
        Stage stage = new Stage()
                .hears(quiet().turned().scored())
                .waits(Duration.ofMinutes(20))
                .hears(Stage.agent("s", LATER, ActivityKind.SOLVED, null));

        assertThat(stage.last().state()).isEqualTo(EscalationState.RESOLVED);
        assertThat(stage.last().resolvedAt()).isEqualTo(LATER);
        assertThat(stage.last().note()).isEqualTo("the ticket was solved");
        assertThat(stage.nextLook()).isNull();
    }

    @Test
    void mergedTicketCancelsThem() {
        Stage stage = new Stage().hears(quiet().turned().scored(), Stage.agent("m", LATER, ActivityKind.MERGED, null));
        assertThat(stage.said()).isEmpty();

        Stage other =
                new Stage().hears(quiet().turned().scored()).hears(Stage.agent("m", LATER, ActivityKind.MERGED, null));
        assertThat(other.last().state()).isEqualTo(EscalationState.CANCELLED);
        assertThat(other.last().qualityScore()).isNull();
    }

    @Test
    void snapshotOfASolvedTicketResolvesToo() {
        Stage stage = new Stage()
                .hears(quiet().turned().scored())
                .hears(CaseOf.asOf(LATER)
                        .version(2)
                        .turned()
                        .status(TicketStatus.CLOSED)
                        .scored());

        assertThat(stage.last().state()).isEqualTo(EscalationState.RESOLVED);
    }

    @Test
    void nothingOpensOnATicketThatIsOver() {
        Stage stage = new Stage()
                .hears(quiet().scored(), Stage.agent("s", LATER, ActivityKind.SOLVED, null))
                .hears(Stage.escalate(1, START, 90))
                .hears(Stage.customer("t", LATER.plusSeconds(60), ActivityKind.CUSTOMER_REPLIED, "thanks"));

        assertThat(stage.said()).isEmpty();
    }

    @Test
    void reopenedTicketEscalatesAgainForWhatIsSeenAgain() {
        Instant reopened = LATER.plusSeconds(60);
        Stage stage = new Stage()
                .hears(quiet().turned().scored())
                .hears(Stage.agent("s", LATER, ActivityKind.SOLVED, null))
                .hears(Stage.customer("r", reopened, ActivityKind.REOPENED, null));
        assertThat(stage.live()).isEmpty();

        stage.hears(CaseOf.asOf(reopened.plusSeconds(5)).version(2).turned().scored());

        assertThat(stage.escalations().stream().map(Escalation::state))
                .containsExactly(EscalationState.RESOLVED, EscalationState.OPEN);
    }

    @Test
    void newsOfASolveThatWasUndoneMeanwhileLeavesTheNewLifeAlone() {
        Instant reopened = LATER.plusSeconds(60);
        Stage stage = new Stage()
                .hears(quiet().scored(), Stage.customer("r", reopened, ActivityKind.REOPENED, null))
                .hears(Stage.escalate(1, reopened.plusSeconds(60), 90))
                .hears(Stage.agent("s", LATER, ActivityKind.SOLVED, null));

        assertThat(stage.live()).hasSize(1);
    }

    @Test
    void newsOfAnOldSolveAndItsReopeningLeavesWhatCameAfterThem() {
        Stage stage = new Stage()
                .hears(quiet().scored(), Stage.escalate(1, LATER, 90))
                .hears(Stage.agent("s", START.minusSeconds(60), ActivityKind.SOLVED, null))
                .hears(Stage.customer("r", START, ActivityKind.REOPENED, null));

        assertThat(stage.live()).hasSize(1);
    }

    private static List<EscalationChange> changes(Stage stage) {
        return stage.said().stream().map(Escalation::change).toList();
    }

    private static CaseOf quiet() {
        return CaseOf.asOf(START);
    }
}

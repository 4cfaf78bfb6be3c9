package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Approval;
import dev.signalbox.contracts.ApprovalKind;
import dev.signalbox.contracts.ApprovalState;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.Handoff;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.SupportTier;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Refunds, contract changes and exceptions wait for a named role, and what it decides is on record (S55). */
class ApprovalTest {

    private static final ApprovalKind REFUND = ApprovalKind.REFUND;

    @Test
    void escalationWaitsForTheRoleAndGoesOnWithItsDecision() {
        Stage stage = disputed().asksApproval(REFUND, "lena", "190 EUR of invoice 4711");

        assertThat(stage.last().change()).isEqualTo(EscalationChange.APPROVAL_ASKED);
        assertThat(stage.last().state()).isEqualTo(EscalationState.IN_PROGRESS);
        assertThat(stage.last().note()).isEqualTo("REFUND of manager: 190 EUR of invoice 4711");
        Approval asked = approval(stage);
        assertThat(asked.state()).isEqualTo(ApprovalState.WAITING);
        assertThat(asked.role()).isEqualTo("manager");
        assertThat(asked.dueAt()).isEqualTo(START.plus(Duration.ofHours(4)));

        stage.waits(Duration.ofHours(1)).decides(REFUND, true, "manager", "kim", "our mistake");

        assertThat(stage.last().change()).isEqualTo(EscalationChange.APPROVED);
        assertThat(stage.last().by()).isEqualTo("kim");
        Approval approved = approval(stage);
        assertThat(approved.state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(approved.by()).isEqualTo("kim");
        assertThat(approved.decidedAt()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(approved.because()).isEqualTo("our mistake");
        assertThat(stage.last().handoff().history().stream().map(Handoff.Entry::what))
                .contains("190 EUR of invoice 4711", "our mistake");
        assertThat(stage.last().updateDueAt()).isEqualTo(START.plus(Duration.ofHours(25)));
    }

    @Test
    void silentRoleGivesWayToTheNextAndThatNobodyDecidesIsSaid() {
        Stage stage = disputed().asksApproval(REFUND, "lena", "190 EUR").waits(Duration.ofHours(13));

        assertThat(stage.story())
                .containsExactly(
                        "0 min OPENED 1 manager",
                        "0 min APPROVAL_ASKED 1 manager",
                        "240 min APPROVAL_ASKED 1 manager",
                        "480 min UNDELIVERABLE 1 manager",
                        "720 min UNDELIVERABLE 1 manager");
        assertThat(stage.said().get(2).note()).isEqualTo("REFUND of finance: manager did not decide in time");
        assertThat(approval(stage).role()).isEqualTo("finance");
        assertThatThrownBy(() -> stage.decides(REFUND, true, "manager", "kim", null))
                .isInstanceOfSatisfying(
                        IllegalApproval.class,
                        refused -> assertThat(refused.allowed()).isEqualTo("finance"));
    }

    @Test
    void whoeverAskedDoesNotDecide() {
        Stage stage = disputed().asksApproval(REFUND, "kim", "190 EUR");

        assertThatThrownBy(() -> stage.decides(REFUND, true, "manager", "kim", null))
                .isInstanceOf(IllegalApproval.class)
                .hasMessage("Whoever asked does not decide");
        assertThat(approval(stage).state()).isEqualTo(ApprovalState.WAITING);
    }

    @Test
    void refusalIsOnRecordAndTheSameMayBeAskedForAgain() {
        Stage stage = disputed()
                .asksApproval(REFUND, "lena", "190 EUR")
                .decides(REFUND, false, "manager", "kim", "half of it")
                .asksApproval(REFUND, "lena", "95 EUR")
                .decides(REFUND, true, "manager", "kim", null);

        assertThat(stage.last().approvals().stream().map(Approval::state))
                .containsExactly(ApprovalState.REFUSED, ApprovalState.APPROVED);
        assertThat(stage.last().approvals().stream().map(Approval::note)).containsExactly("190 EUR", "95 EUR");
    }

    @Test
    void nothingIsResolvedOrReturnedWhileADecisionIsWaitedFor() {
        Stage stage = disputed().asksApproval(REFUND, "lena", "190 EUR");

        assertThatThrownBy(() -> stage.acts(EscalationAction.RESOLVE, "lena", null))
                .isInstanceOf(IllegalAction.class);
        assertThatThrownBy(() -> stage.asksApproval(REFUND, "tom", "again")).isInstanceOf(IllegalApproval.class);
        stage.asksApproval(ApprovalKind.POLICY_EXCEPTION, "lena", "no fee")
                .decides(REFUND, true, "manager", "kim", null);
        assertThat(stage.last().approvals()).hasSize(2);
        assertThatThrownBy(() -> stage.decides(REFUND, true, "manager", "kim", null))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whoWaitsForADecisionOwesNoUpdate() {
        Stage stage = disputed()
                .acts(EscalationAction.ACKNOWLEDGE, "lena", null)
                .asksApproval(ApprovalKind.CONTRACT_CHANGE, "lena", "longer notice")
                .waits(Duration.ofHours(25));

        assertThat(stage.said().stream().map(Escalation::change))
                .as("an update was due after 24 hours")
                .containsExactly(
                        EscalationChange.OPENED,
                        EscalationChange.ACKNOWLEDGED,
                        EscalationChange.APPROVAL_ASKED,
                        EscalationChange.APPROVAL_ASKED,
                        EscalationChange.UNDELIVERABLE,
                        EscalationChange.UNDELIVERABLE);
    }

    @Test
    void solvedTicketEndsTheWait() {
        Stage stage = disputed().asksApproval(REFUND, "lena", "190 EUR");

        stage.hears(Stage.agent("s", START.plusSeconds(60), ActivityKind.SOLVED, null));

        assertThat(stage.last().state()).isEqualTo(EscalationState.RESOLVED);
        assertThat(stage.nextLook()).isNull();
    }

    private static Approval approval(Stage stage) {
        return stage.last().approvals().get(0);
    }

    private static Stage disputed() {
        CaseOf dispute = CaseOf.asOf(START).intent("overcharge");
        return new Stage().hears(dispute.scored(), dispute.routed(1, SupportTier.T1, "lena", RouteCause.NEW));
    }
}

package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.EscalationAction.ACKNOWLEDGE;
import static dev.signalbox.decisions.escalation.EscalationAction.RESOLVE;
import static dev.signalbox.decisions.escalation.EscalationAction.RETURN;
import static dev.signalbox.decisions.escalation.EscalationAction.UPDATE;
import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.SupportTier;
import java.time.Duration;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Only what is legal can be done, and every state says what that is. */
class EscalationActionTest {

    @Test
    void everyStateOffersExactlyItsActions() {
        assertThat(EscalationAction.allowed(EscalationState.OPEN, false, true))
                .isEqualTo(EnumSet.of(ACKNOWLEDGE, RETURN, RESOLVE));
        assertThat(EscalationAction.allowed(EscalationState.OPEN, false, false))
                .isEqualTo(EnumSet.of(ACKNOWLEDGE, RESOLVE));
        assertThat(EscalationAction.allowed(EscalationState.OPEN, true, true)).isEqualTo(EnumSet.of(UPDATE, RESOLVE));
        for (EscalationState held : Set.of(EscalationState.ACKNOWLEDGED, EscalationState.IN_PROGRESS)) {
            assertThat(EscalationAction.allowed(held, false, true)).isEqualTo(EnumSet.of(UPDATE, RETURN, RESOLVE));
            assertThat(EscalationAction.allowed(held, false, false)).isEqualTo(EnumSet.of(UPDATE, RESOLVE));
        }
        for (EscalationState over : Set.of(EscalationState.RESOLVED, EscalationState.CANCELLED)) {
            assertThat(EscalationAction.allowed(over, false, true)).isEmpty();
        }
    }

    @Test
    void illegalActionIsRefusedWithWhatIsAllowedAndChangesNothing() {
        Stage stage = handedUp();
        TicketEscalations before = stage.state();

        assertThatThrownBy(() -> stage.acts(UPDATE, "tom", null))
                .isInstanceOfSatisfying(IllegalAction.class, refusal -> {
                    assertThat(refusal.state()).isEqualTo(EscalationState.OPEN);
                    assertThat(refusal.allowed()).containsExactly(ACKNOWLEDGE, RETURN, RESOLVE);
                });
        assertThat(stage.state()).isEqualTo(before);
    }

    @Test
    void resolvedEscalationOffersNothing() {
        Stage stage = handedUp().acts(RESOLVE, "tom", "done");

        assertThat(stage.last().state()).isEqualTo(EscalationState.RESOLVED);
        assertThat(stage.last().by()).isEqualTo("tom");
        assertThatThrownBy(() -> stage.acts(ACKNOWLEDGE, "tom", null)).isInstanceOf(IllegalAction.class);
    }

    @Test
    void returnedEscalationWaitsForItsSenderAndComesBackWithTheAnswer() {
        Stage stage = handedUp().acts(RETURN, "tom", "which region?");
        assertThat(stage.last().change()).isEqualTo(EscalationChange.RETURNED);
        assertThat(stage.last().owner()).isEqualTo("lena");

        stage.acts(UPDATE, "lena", "region EMEA");

        assertThat(stage.last().change()).isEqualTo(EscalationChange.UPDATED);
        assertThat(stage.last().owner()).isEqualTo("T2");
        assertThat(stage.last().state()).isEqualTo(EscalationState.OPEN);
        assertThat(stage.last().handoff().history().stream().map(entry -> entry.what()))
                .contains("which region?", "region EMEA");
    }

    @Test
    void chainGoesOnWhenTheSenderDoesNotAnswer() {
        Stage stage = handedUp().acts(RETURN, "tom", "which region?").waits(Duration.ofMinutes(30));

        assertThat(stage.story().subList(1, 3)).containsExactly("0 min RETURNED 1 lena", "30 min LEVEL_RAISED 2 T3");
    }

    @Test
    void whatNobodySentCannotBeReturned() {
        Stage stage = new Stage().hears(CaseOf.asOf(START).turned().scored());

        assertThatThrownBy(() -> stage.acts(RETURN, "tom", "why?"))
                .isInstanceOfSatisfying(
                        IllegalAction.class,
                        refusal -> assertThat(refusal.allowed()).containsExactly(ACKNOWLEDGE, RESOLVE));
    }

    @Test
    void unknownEscalationIsSaidToBeUnknown() {
        EscalationDecision decision = new EscalationDecision(handedUp().state(), Stage.POLICY, "h", START);

        assertThatThrownBy(() -> decision.act("nobody", RESOLVE, "tom", null))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static Stage handedUp() {
        CaseOf plain = CaseOf.asOf(START);
        return new Stage()
                .hears(plain.scored(), plain.routed(1, SupportTier.T1, "lena", RouteCause.NEW))
                .hears(Stage.agent("a", START, ActivityKind.ESCALATION_REQUESTED, "I tried a new invoice, no help"));
    }
}

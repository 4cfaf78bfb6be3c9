package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SupportTier;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What T1 has the context and the documents for comes back to it once (S51). */
class FrontLineGateTest {

    @Test
    void agentWhoHasAnArticleIsAskedToReadItFirst() {
        Stage stage = handedUp(quiet().withArticle(), SupportTier.T1);

        assertThat(stage.last().change()).isEqualTo(EscalationChange.RETURNED);
        assertThat(stage.last().level()).isZero();
        assertThat(stage.last().owner()).isEqualTo("lena");
        assertThat(stage.last().note()).isEqualTo("can it be solved with kb-1? an answer hands it up all the same");
    }

    @Test
    void agentWhoInsistsIsHeard() {
        Stage stage = handedUp(quiet().withArticle(), SupportTier.T1)
                .acts(EscalationAction.UPDATE, "lena", "read it, it is another matter");

        assertThat(stage.last().change()).isEqualTo(EscalationChange.LEVEL_RAISED);
        assertThat(stage.last().owner()).isEqualTo("T2");
    }

    @Test
    void silenceHandsItUp() {
        Stage stage = handedUp(quiet().withArticle(), SupportTier.T1).waits(Duration.ofMinutes(30));

        assertThat(stage.last().owner()).isEqualTo("T2");
        assertThat(stage.last().note()).isEqualTo("the sender did not answer");
    }

    @Test
    void nothingIsHeldBackWithoutDocumentsFromAnotherTierOrForOneOfTheCriteria() {
        assertThat(handedUp(quiet(), SupportTier.T1).last().owner()).isEqualTo("T2");
        assertThat(handedUp(quiet().withArticle(), SupportTier.T0).last().owner())
                .isEqualTo("T1");
        assertThat(handedUp(quiet().withArticle().severity(Severity.P2), SupportTier.T1)
                        .last()
                        .owner())
                .isEqualTo("T2");
        assertThat(handedUp(quiet().withArticle().account(100_000, 80), SupportTier.T1)
                        .last()
                        .owner())
                .isEqualTo("T2");
        assertThat(handedUp(quiet().withArticle().complex(), SupportTier.T1)
                        .last()
                        .owner())
                .isEqualTo("T2");
    }

    private static Stage handedUp(CaseOf file, SupportTier tier) {
        return new Stage()
                .hears(file.scored(), file.routed(1, tier, "lena", RouteCause.NEW))
                .hears(Stage.agent("t", START, ActivityKind.AGENT_REPLIED, "I tried a new invoice, it did not help"))
                .hears(Stage.agent("a", START, ActivityKind.ESCALATION_REQUESTED, "please take over"));
    }

    private static CaseOf quiet() {
        return CaseOf.asOf(START);
    }
}

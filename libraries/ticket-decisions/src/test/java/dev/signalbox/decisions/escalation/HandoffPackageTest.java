package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Handoff;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.SupportTier;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes with an escalation, and what happens when it is too little (S52, N9). */
class HandoffPackageTest {

    private static final String DEFECT = """
            The export fails since yesterday 14:05.
            Steps to reproduce:
            1. Open the report
            2. Press export

            GET /v2/reports/77 answers HTTP 500
            java.lang.IllegalStateException: no such column
                at com.example.Report.export(Report.java:12)
            We already restarted the browser.
            """;

    @Test
    void packageCarriesWhatIsKnownAndGradesIt() {
        Handoff handoff = requested(SupportTier.T1, quiet(), "I tried a new invoice")
                .last()
                .handoff();

        assertThat(handoff.completeness()).isEqualTo(100);
        assertThat(handoff.missing()).isEmpty();
        assertThat(handoff.intent()).isEqualTo("invoice_question");
        assertThat(handoff.account().id()).isEqualTo("acme");
        assertThat(handoff.attemptedFixes()).containsExactly("I tried a new invoice");
        assertThat(handoff.history()).hasSize(2);
        assertThat(handoff.history().get(0).who()).isEqualTo("customer Ann");
        assertThat(handoff.history().get(1).what()).isEqualTo("escalation requested: I tried a new invoice");
    }

    @Test
    void whatIsMissingIsNamedAndWeighed() {
        Stage stage = new Stage().hears(quiet().needsReview().turned().scored());

        // of 65 points 15 for the intent and 15 for attempted fixes are missing
        assertThat(stage.last().handoff().missing()).containsExactly("intent", "attemptedFixes");
        assertThat(stage.last().handoff().completeness()).isEqualTo(53);
    }

    @Test
    void expertsGetStepsLogsEndpointsAndTimes() {
        Handoff handoff = requested(SupportTier.T2, quiet().saying(DEFECT), "please look")
                .last()
                .handoff();

        assertThat(handoff.reproductionSteps()).containsExactly("Open the report", "Press export");
        assertThat(handoff.endpoints()).containsExactly("GET /v2/reports/77");
        assertThat(handoff.logs())
                .containsExactly(
                        "GET /v2/reports/77 answers HTTP 500",
                        "java.lang.IllegalStateException: no such column",
                        "at com.example.Report.export(Report.java:12)");
        assertThat(handoff.timeline()).containsExactly("The export fails since yesterday 14:05.");
        assertThat(handoff.attemptedFixes()).containsExactly("We already restarted the browser.");
        assertThat(handoff.completeness()).isEqualTo(100);
    }

    @Test
    void poorPackageForExpertsGoesBackToItsSenderWithTheList() {
        Stage stage = requested(SupportTier.T2, quiet(), "I tried everything");

        assertThat(stage.story()).containsExactly("0 min OPENED 0 lena", "0 min RETURNED 0 lena");
        assertThat(stage.last().note()).isEqualTo("missing: reproductionSteps, logs, endpoints, timeline");
        assertThat(stage.last().handoff().completeness()).isEqualTo(65);
    }

    @Test
    void completedPackageStartsOnItsChain() {
        Stage stage = requested(SupportTier.T2, quiet(), "I tried everything")
                .hears(Stage.agent("b", START.plusSeconds(60), ActivityKind.AGENT_REPLIED, DEFECT));

        assertThat(stage.last().change()).isEqualTo(EscalationChange.LEVEL_RAISED);
        assertThat(stage.last().level()).isEqualTo(1);
        assertThat(stage.last().owner()).isEqualTo("T3");
    }

    @Test
    void sendersAnswerStartsIt() {
        Stage stage = requested(SupportTier.T2, quiet(), "I tried everything")
                .acts(EscalationAction.UPDATE, "lena", "there is no log");

        assertThat(stage.last().change()).isEqualTo(EscalationChange.LEVEL_RAISED);
        assertThat(stage.last().owner()).isEqualTo("T3");
    }

    @Test
    void silentSenderHoldsItUpForHalfAnHourOnly() {
        Stage stage = requested(SupportTier.T2, quiet(), "I tried everything").waits(Duration.ofMinutes(30));

        assertThat(stage.story().get(2)).isEqualTo("30 min LEVEL_RAISED 1 T3");
    }

    @Test
    void priorityDrivenEscalationNeverWaitsForItsPackage() {
        Stage stage = new Stage()
                .hears(quiet().needsReview().unknownAccount().totalOutage().scored());

        assertThat(stage.story()).containsExactly("0 min OPENED 1 T2");
        assertThat(stage.last().handoff().completeness())
                .isLessThan(Stage.POLICY.handoff().threshold());
    }

    @Test
    void longTextsAreCutSoThatTheRecordFits() {
        Stage stage =
                new Stage().hears(quiet().turned().saying("x".repeat(200_000)).scored());
        for (int i = 0; i < 100; i++) {
            stage.hears(
                    Stage.customer("c" + i, START.plusSeconds(i), ActivityKind.CUSTOMER_REPLIED, "y".repeat(9_000)));
        }
        stage.acts(EscalationAction.ACKNOWLEDGE, "tom", null);

        assertThat(stage.last().handoff().history())
                .hasSize(50)
                .allMatch(entry -> entry.what().length() <= 1_000);
    }

    private static Stage requested(SupportTier tier, CaseOf given, String text) {
        return new Stage()
                .hears(given.scored(), given.routed(1, tier, "lena", RouteCause.NEW))
                .hears(Stage.agent("a", START, ActivityKind.ESCALATION_REQUESTED, text));
    }

    private static CaseOf quiet() {
        return CaseOf.asOf(START);
    }
}

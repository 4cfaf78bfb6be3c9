package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.WarningSign;
import dev.signalbox.decisions.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A customer's request that is expected opens before it is made, and says why (S50). */
class PredictionTest {

    @Test
    void signsThatAreEnoughTogetherOpenAndAreOnRecord() {
        Stage stage = new Stage().hears(negative().riskWord("legal").scored());

        Escalation opened = stage.last();
        assertThat(opened.change()).isEqualTo(EscalationChange.OPENED);
        assertThat(opened.trigger()).isEqualTo(EscalationTrigger.CUSTOMER_REQUEST);
        assertThat(opened.predicted()).isTrue();
        assertThat(opened.signs())
                .containsExactly(
                        new WarningSign("NEGATIVE_SENTIMENT", 35, START), new WarningSign("RISK_WORD", 25, START));
        assertThat(opened.reason())
                .isEqualTo("a request for a manager is expected: NEGATIVE_SENTIMENT 35, RISK_WORD 25 are 60 of 60");
    }

    @Test
    void tooFewSignsOpenNothing() {
        assertThat(new Stage().hears(negative().scored()).said()).isEmpty();
        assertThat(new Stage().hears(negative().scored(), warned(1, START)).story())
                .as("35 and 25 are 60")
                .containsExactly("0 min OPENED 1 manager");
        assertThat(new Stage().hears(quiet().scored(), warned(1, START)).said()).isEmpty();
    }

    @Test
    void signCountsOnFromWhenItWasSeenHoweverMuchLaterTheOtherComes() {
        Instant later = START.plus(Duration.ofHours(2));
        Stage stage = new Stage()
                .hears(
                        negative().scored(),
                        CaseOf.asOf(later)
                                .createdAt(START)
                                .version(2)
                                .riskWord("legal")
                                .scored());

        assertThat(stage.last().signs())
                .containsExactly(
                        new WarningSign("NEGATIVE_SENTIMENT", 35, START), new WarningSign("RISK_WORD", 25, later));
    }

    @Test
    void requestThatComesAfterAllJoinsAndItIsAPredictionNoMore() {
        Stage stage = new Stage()
                .hears(negative().riskWord("legal").scored())
                .hears(Stage.customer("r", START.plusSeconds(60), ActivityKind.ESCALATION_REQUESTED, "your boss"));

        assertThat(stage.escalations()).hasSize(1);
        assertThat(stage.last().change()).isEqualTo(EscalationChange.JOINED);
        assertThat(stage.last().predicted()).isFalse();
        assertThat(stage.last().signs()).hasSize(2);
    }

    @Test
    void customerWhoStaysNegativeIsASignOfItsOwn() {
        Instant later = START.plus(Duration.ofHours(2));
        Stage stage =
                new Stage().hears(negative().scored(), stillNegative(later).scored());

        assertThat(stage.last().signs())
                .containsExactly(
                        new WarningSign("NEGATIVE_SENTIMENT", 35, START), new WarningSign("STILL_NEGATIVE", 25, later));
        assertThat(new Stage()
                        .hears(
                                negative().scored(),
                                quiet().version(2).scored(),
                                stillNegative(later).version(3).scored())
                        .said())
                .as("not in a row")
                .isEmpty();
    }

    private static CaseOf stillNegative(Instant at) {
        return CaseOf.asOf(at).createdAt(START).version(2).sounding(Sentiment.Label.NEGATIVE);
    }

    @Test
    void wordsToneAccountAndTicketAreSeen() {
        CaseOf everything = negative()
                .riskWord("legal")
                .cancellation()
                .complex()
                .priority("urgent")
                .deadline(START.plus(Duration.ofDays(20)))
                .account(Cases.account(PlanTier.PRO, 75_000, 39, LocalDate.parse("2027-01-22")));

        assertThat(new Stage().hears(everything.scored()).last().signs())
                .extracting(WarningSign::sign)
                .containsExactlyInAnyOrder(
                        "NEGATIVE_SENTIMENT",
                        "RISK_WORD",
                        "CANCELLATION",
                        "COMPLEX",
                        "HIGH_PRIORITY",
                        "DEADLINE",
                        "LOW_HEALTH",
                        "RENEWAL_NEAR");
        CaseOf hardlyAny = negative()
                .riskWord("legal")
                .priority("normal")
                .account(Cases.account(PlanTier.PRO, 75_000, 40, LocalDate.parse("2027-01-23")));
        assertThat(new Stage().hears(hardlyAny.scored()).last().signs()).hasSize(2);
    }

    @Test
    void samePredictionIsMadeOnceInALife() {
        Stage stage = new Stage()
                .hears(negative().riskWord("legal").scored())
                .hears(negative().riskWord("legal").version(2).scored());

        assertThat(stage.said()).hasSize(1);
    }

    @Test
    void importedTicketPredictsNothing() {
        assertThat(new Stage()
                        .hears(negative().riskWord("legal").imported().scored())
                        .said())
                .isEmpty();
    }

    private static Fact.Watched warned(long sequence, Instant at) {
        return Stage.watched(sequence, at, SlaActionKind.WARN, ClockKind.FIRST_RESPONSE, 75);
    }

    private static CaseOf negative() {
        return quiet().sounding(Sentiment.Label.NEGATIVE);
    }

    private static CaseOf quiet() {
        return CaseOf.asOf(START);
    }
}

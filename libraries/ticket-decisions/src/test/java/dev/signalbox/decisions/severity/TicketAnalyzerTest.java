package dev.signalbox.decisions.severity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Complexity;
import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Review;
import dev.signalbox.contracts.Sentiment.Label;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Urgency;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketAnalyzerTest {

    @Test
    void lowConfidenceAsksForAReviewAndKeepsItsValue() {
        Analysis below = analyze("The widget is odd", "0.59", null);
        Analysis at = analyze("The widget is odd", "0.60", null);

        assertThat(below.needsReview()).isTrue();
        assertThat(below.deflectionRefusals()).contains("NEEDS_REVIEW");
        assertThat(at.needsReview()).isFalse();
    }

    @Test
    void aHardRuleRaisesTheUrgencyButNotTheConfidence() {
        Analysis analysis = analyze("How do we report a security breach?", "0.45", null);

        assertThat(analysis.confidence()).isEqualByComparingTo("0.45");
        assertThat(analysis.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(analysis.hardRules()).containsExactly("SECURITY_BREACH");
    }

    @Test
    void aTotalOutageAtLowConfidenceStaysATotalOutage() {
        Analysis analysis = analyze("Total outage, nobody can work", "0.45", null);

        assertThat(analysis.totalOutage()).isTrue();
        assertThat(analysis.severity()).isEqualTo(Severity.P1);
        assertThat(analysis.needsReview()).isTrue();
    }

    @Test
    void aReviewOverridesAndKeepsTheRawConfidence() {
        Correction correction = Correction.over(
                Correction.over(null, review("BILLING", "invoice_question", Urgency.LOW, null)),
                review(null, null, Urgency.CRITICAL, Impact.LOCAL));
        Analysis analysis = analyze("The system is down", "0.31", correction);

        assertThat(analysis.category()).isEqualTo("BILLING");
        assertThat(analysis.intent()).isEqualTo("invoice_question");
        assertThat(analysis.urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(analysis.impact()).isEqualTo(Impact.LOCAL);
        assertThat(analysis.severity()).isEqualTo(Severity.P2);
        assertThat(analysis.totalOutage()).isFalse();
        assertThat(analysis.needsReview()).isFalse();
        assertThat(analysis.confidence()).isEqualByComparingTo("0.31");
        assertThat(analysis.reasons()).startsWith("review: corrected by a person");
    }

    @Test
    void aDeadlineRaisesNoUrgencyThatAReviewerSet() {
        Correction correction = Correction.over(null, review(null, null, Urgency.LOW, null));

        assertThat(analyze("We have an audit tomorrow", "0.90", correction).urgency())
                .isEqualTo(Urgency.LOW);
    }

    @Test
    void theSentimentTurnsWhenALaterMessageIsNegative() {
        Analysis turned = Cases.conversation("Where is my invoice?", "This is unacceptable, I am furious");
        Analysis angryFromTheStart = Cases.conversation("This is unacceptable, I am furious");
        Analysis calmedDown =
                Cases.conversation("This is unacceptable, I am furious", "Great, thanks, that is perfect");

        assertThat(turned.sentimentTurned()).isTrue();
        assertThat(turned.sentiment().label()).isLessThanOrEqualTo(Label.NEGATIVE);
        assertThat(angryFromTheStart.sentimentTurned()).isFalse();
        assertThat(calmedDown.sentimentTurned()).isFalse();
        assertThat(calmedDown.sentiment().label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void aLaterMessageWidensTheOutageAndAnotherEndsIt() {
        assertThat(Cases.conversation("I cannot log in", "Now nobody can log in")
                        .totalOutage())
                .isTrue();
        assertThat(Cases.conversation("Nobody can log in", "It is resolved, not urgent anymore")
                        .urgency())
                .isEqualTo(Urgency.LOW);
    }

    @Test
    void aHardRuleStaysWhateverIsSaidLater() {
        assertThat(Cases.conversation("We lost our data", "It is resolved, there was no data loss")
                        .hardRules())
                .containsExactly("DATA_LOSS");
    }

    @Test
    void quotedMailAndSignaturesAreNotTheCustomersWords() {
        Analysis analysis = Cases.conversation(
                "Where is my invoice?", "Any news?\n\nOn Monday Bob wrote:\n> The system is down, total outage");

        assertThat(analysis.totalOutage()).isFalse();
    }

    @Test
    void technicalWordsMakeACaseComplex() {
        assertThat(Cases.analysis("The webhook of our SAML integration times out, see the stack trace")
                        .complexity())
                .isEqualTo(Complexity.HIGH);
        assertThat(Cases.analysis("The webhook is late").complexity()).isEqualTo(Complexity.MEDIUM);
        assertThat(Cases.analysis("reset my password").complexity()).isEqualTo(Complexity.LOW);
    }

    @Test
    void theSummarySaysWhoWhatAndWanted() {
        assertThat(Cases.analysis("Hello. Our exports are blocked since Monday. Please restore them by noon.")
                        .summary())
                .isEqualTo(
                        "Acme (PRO, ARR 20000 USD, health 80). Issue: \u201cOur exports are blocked since Monday\u201d."
                                + " Wanted: \u201cPlease restore them by noon\u201d.");
    }

    private static Review review(String category, String intent, Urgency urgency, Impact impact) {
        return new Review("zendesk:1", 1, Cases.CREATED, "lena", category, intent, urgency, impact, null);
    }

    private static Analysis analyze(String text, String confidence, Correction correction) {
        CaseFacts facts = Cases.facts(text);
        return Cases.ANALYZER.analyze(new CaseFacts(
                facts.ticket(),
                List.of(),
                facts.account(),
                Cases.classified("password_reset", confidence),
                correction,
                false,
                facts.now()));
    }
}

package dev.signalbox.enrichment.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentModelTest {

    private static final Meanings NO_MEANINGS = new Meanings(0);
    private static final IntentModel SAMPLE = new Training(SampleHistory.tickets()).learn();

    private static IntentModel.Guess guess(IntentModel model, String text) {
        return model.guess(List.of(text), NO_MEANINGS).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I forgot my password, how can I get a new one?    | password_reset
            Our invoice is wrong, the VAT is missing          | invoice_question
            We were charged twice for the same month          | overcharge
            how do I cancel a meeting                         | how_to
            We want to cancel our contract                    | cancellation
            The webhook of our integration fails with 401     | integration_problem
            Please lock out the employee we let go today      | access_revocation
            Nobody can log in, total outage                   | outage
            All pages are very slow                           | performance
            Ich habe mein Passwort vergessen                  | password_reset
            """)
    void whatWasLearntIsRecognisedInOtherWords(String text, String intent) {
        IntentModel.Guess guess = guess(SAMPLE, text);

        assertThat(guess.intent().name()).isEqualTo(intent);
        assertThat(guess.confidence()).isBetween(0.6, 1.0);
        assertThat(guess.words()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"asdf qwertz yxcv", "the weather is nice today", "", "Hello", "1234567890", "книга на столе"})
    void aTextOfUnknownWordsIsGuessedWithoutConfidence(String text) {
        assertThat(guess(SAMPLE, text).confidence()).isLessThan(0.5);
    }

    @Test
    void theOrderOfTheHistoryChangesNothing() {
        List<ResolvedTicket> shuffled = new ArrayList<>(SampleHistory.tickets());
        Collections.shuffle(shuffled, new Random(7));
        IntentModel other = new Training(shuffled).learn();

        assertThat(other.version()).isEqualTo(SAMPLE.version());
        assertThat(guess(other, "reset my password")).isEqualTo(guess(SAMPLE, "reset my password"));
    }

    @Test
    void anotherHistoryIsAnotherVersion() {
        List<ResolvedTicket> shorter =
                SampleHistory.tickets().subList(1, SampleHistory.tickets().size());

        assertThat(new Training(shorter).learn().version()).isNotEqualTo(SAMPLE.version());
    }

    @Test
    void confidenceIsMeasuredOnTicketsThatWereHeldBack() {
        assertThat(SAMPLE.curve().measuredOn())
                .isEqualTo(SampleHistory.tickets().size());
        assertThat(SAMPLE.accuracy()).isBetween(0.3, 0.95);
    }

    @Test
    void anEmptyHistoryIsNoTrouble() {
        assertThat(new Training(List.of()).learn().empty()).isTrue();
    }

    @Test
    void theSampleHasAtLeastEightTextsOfEachIntentAndOneCategoryForEach() {
        var byIntent = SampleHistory.tickets().stream().collect(Collectors.groupingBy(ResolvedTicket::intent));

        assertThat(byIntent).hasSizeGreaterThanOrEqualTo(15);
        byIntent.forEach((intent, tickets) -> {
            assertThat(tickets).as(intent).hasSizeGreaterThanOrEqualTo(8);
            assertThat(tickets.stream().map(ResolvedTicket::category).distinct())
                    .as(intent)
                    .hasSize(1);
        });
    }
}

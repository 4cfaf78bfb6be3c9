package dev.signalbox.enrichment.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFormatTest {

    private static final Meanings MEANINGS = new Meanings(1000);
    private static final List<String> TEXTS = List.of(
            "I forgot my password, how can I get a new one?",
            "We were charged twice for the same month",
            "zyx wvut srqp",
            "Ich habe mein Passwort vergessen",
            "");

    @Test
    void aModelThatWasStoredGuessesBitForBitAsBefore() {
        Trained trained = new Training(SampleHistory.tickets(), MEANINGS).train();
        Trained read = ModelFormat.read(ModelFormat.write(trained));

        assertThat(trained.model().second()).isNotNull();
        List<IntentModel.Guess> before = trained.model().guess(TEXTS, MEANINGS);
        assertThat(before).anyMatch(IntentModel.Guess::embedded).anyMatch(guess -> !guess.embedded());
        assertThat(read.model().guess(TEXTS, MEANINGS)).isEqualTo(before);
    }

    @Test
    void whatAModelPromisesAndHasLearntIsStoredWithIt() {
        List<ResolvedTicket> tickets = new ArrayList<>(SampleHistory.tickets());
        Instant first = Instant.parse("2026-01-02T03:04:05Z");
        tickets.add(new ResolvedTicket("t:1", "S", "B", "C", "other", null, null, first, null));
        tickets.add(new ResolvedTicket("t:2", "S", "B", "C", "other", null, null, first.plusSeconds(7), null));
        Trained trained = new Training(tickets).train();
        Trained read = ModelFormat.read(ModelFormat.write(trained));

        assertThat(read.tickets()).isEqualTo(trained.tickets());
        assertThat(read.model().version()).isEqualTo(trained.model().version());
        assertThat(read.model().intents()).isEqualTo(trained.model().intents());
        assertThat(read.model().accuracy()).isEqualTo(trained.model().accuracy());
        assertThat(read.model().curve().points())
                .isEqualTo(trained.model().curve().points());
        assertThat(read.model().curve().promising(0.1))
                .isEqualTo(trained.model().curve().promising(0.1));
        assertThat(read.model().curve().calibrationError())
                .isEqualTo(trained.model().curve().calibrationError());
        assertThat(read.origin().resolvedFrom()).isEqualTo(first);
        assertThat(read.origin().resolvedTo()).isEqualTo(first.plusSeconds(7));
    }

    @Test
    void noTextOfATicketIsInAStoredModel() {
        String secret = "Meyer-Landrut";
        List<ResolvedTicket> tickets = new ArrayList<>(SampleHistory.tickets());
        tickets.add(new ResolvedTicket("t:1", secret, secret, "C", "other", null, secret, null, null));

        byte[] stored = ModelFormat.write(new Training(tickets).train());

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
    }

    @Test
    void bytesOfAnotherFormatAreRefused() {
        byte[] stored = ModelFormat.write(new Training(List.of()).train());
        stored[0]++;

        assertThatThrownBy(() -> ModelFormat.read(stored)).hasMessageContaining("format");
    }
}

package dev.signalbox.enrichment.classify.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceEncoderTest {

    private static final Meanings MEANINGS = new Meanings(100);

    @Test
    void textsOfLikeMeaningAreNearerThanTextsOfLikeWords() {
        List<Embedding> texts = MEANINGS.of(List.of(
                "My card has not arrived yet",
                "I am still waiting for the card you sent",
                "My dog has not arrived yet"));

        assertThat(texts.get(0).cosine(texts.get(1))).isGreaterThan(texts.get(0).cosine(texts.get(2)) + 0.1f);
    }

    @Test
    void theCompanyOfABatchChangesAMeaningOnlyByRounding() {
        String text = "Größe der Rechnung? VAT #1 is missing — naïve café";
        Embedding alone = new Meanings(0).of(List.of(text)).get(0);
        Embedding among = MEANINGS.of(List.of("a", text, "A much longer text of many words that is in the same batch"))
                .get(1);

        assertThat(alone.cosine(among)).isEqualTo(1f, within(0.02f));
    }

    @Test
    void aStoredEmbeddingIsTheSame() {
        Embedding embedding = MEANINGS.of(List.of("reset my password")).get(0);

        assertThat(Embedding.stored(embedding.bytes()).cosine(embedding)).isEqualTo(1f, within(1e-5f));
    }

    @Test
    void emptyAndVeryLongTextsHaveAMeaningToo() {
        assertThat(MEANINGS.of(List.of("", "long ".repeat(5000)))).hasSize(2).doesNotContainNull();
    }
}

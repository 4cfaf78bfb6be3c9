package dev.signalbox.enrichment.classify.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.similar.SimilarTexts.Asked;
import dev.signalbox.enrichment.classify.similar.SimilarTexts.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarTextsTest {

    private static final String VAT = "Why is the VAT on the invoice twice?";
    private static final String COPY = "Please send a copy of the invoice";
    private static final String LOGIN = "I cannot log in";

    @TempDir
    Path parent;

    private ScratchFolder folder;
    private SimilarTexts<String> texts;

    @BeforeEach
    void fill() {
        folder = ScratchFolder.in(parent);
        texts = new SimilarTexts<>(Function.identity(), folder, "tickets", 0.75f);
        texts.put("vat", VAT);
        texts.put("copy", COPY);
        texts.put("login", LOGIN);
        texts.refreshWords();
    }

    @AfterEach
    void close() throws IOException {
        texts.close();
        folder.close();
    }

    @Test
    void theTextThatSharesTheRarestWordsComesFirst() {
        assertThat(find("VAT twice on the invoice", null)).containsExactly(VAT, COPY);
    }

    @Test
    void anEqualTextIsWhollySimilarAndAnotherIsNot() {
        List<Found<String>> found = texts.find(asked(VAT, null), 3);

        assertThat(found.get(0).document()).isEqualTo(VAT);
        assertThat(found.get(0).similarity()).isEqualTo(1f, within(1e-4f));
        assertThat(found.get(1).similarity()).isBetween(0.01f, 0.5f);
    }

    @Test
    void wordsThatNobodyHasMakeATextLessSimilar() {
        float alone = texts.find(asked("log in", null), 1).get(0).similarity();
        float among = texts.find(asked("log in zyx wvut srqp", null), 1).get(0).similarity();

        assertThat(among).isLessThan(alone / 1.5f);
    }

    @Test
    void aTextIsFoundByItsMeaningWithoutASharedWord() {
        texts.means("login", LOGIN, meaning(1, 0));
        texts.means("copy", COPY, meaning(0, 1));
        texts.refreshMeanings();

        List<Found<String>> found = texts.find(asked("Passwort vergessen", meaning(1, 0.1f)), 3);

        assertThat(found.get(0).document()).isEqualTo(LOGIN);
        assertThat(found.get(0).words()).isZero();
        assertThat(found.get(0).cosine()).isGreaterThan(0.9f);
        assertThat(found.get(0).similarity()).isGreaterThan(0.9f);
        assertThat(found.get(1).similarity()).isZero();
    }

    @Test
    void whatBothOrdersNameComesBeforeWhatOneNames() {
        texts.means("vat", VAT, meaning(1, 0));
        texts.means("copy", COPY, meaning(0.9f, 0.3f));
        texts.refreshMeanings();

        assertThat(find("a copy", meaning(1, 0))).startsWith(COPY, VAT);
    }

    @Test
    void whatWasRemovedIsNotFoundFromThenOn() {
        texts.means("login", LOGIN, meaning(1, 0));
        texts.refreshMeanings();
        texts.remove("login");

        assertThat(find(LOGIN, meaning(1, 0))).isEmpty();
        texts.refreshWords();
        texts.refreshMeanings();
        assertThat(find(LOGIN, meaning(1, 0))).isEmpty();
        assertThat(texts.withMeaning()).isZero();
    }

    @Test
    void aChangedTextIsFoundByItsNewWordsAndNotByItsOldMeaning() {
        texts.means("login", LOGIN, meaning(1, 0));
        texts.put("login", "The printer is jammed");
        texts.refreshWords();
        texts.refreshMeanings();

        assertThat(find("printer jammed", null)).containsExactly("The printer is jammed");
        assertThat(find("zzz", meaning(1, 0))).isEmpty();
        assertThat(texts.means("login", LOGIN, meaning(1, 0))).isFalse();
    }

    @Test
    void aDocumentThatIsToldAgainKeepsItsMeaning() {
        texts.means("login", LOGIN, meaning(1, 0));

        assertThat(texts.put("login", LOGIN)).isFalse();
        texts.refreshMeanings();
        assertThat(find("zzz", meaning(1, 0))).containsExactly(LOGIN);
    }

    private List<String> find(String text, Embedding meaning) {
        return texts.find(asked(text, meaning), 3).stream().map(Found::document).toList();
    }

    private static Asked asked(String text, Embedding meaning) {
        return new Asked(Words.of(text), meaning);
    }

    private static Embedding meaning(float... vector) {
        return Embedding.of(vector);
    }
}

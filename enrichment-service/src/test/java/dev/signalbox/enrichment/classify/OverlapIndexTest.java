package dev.signalbox.enrichment.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.enrichment.classify.OverlapIndex.Found;
import dev.signalbox.enrichment.classify.OverlapIndex.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlapIndexTest {

    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("vat", "Why is the VAT on the invoice twice?");
        TEXTS.put("copy", "Please send a copy of the invoice");
        TEXTS.put("login", "I cannot log in");
    }

    private final OverlapIndex<String> index = new OverlapIndex<>(TEXTS, Measure.OF_BOTH);

    @Test
    void theTextThatSharesTheMostComesFirst() {
        assertThat(find("VAT twice on the invoice", 3, 0.0)).startsWith("vat", "copy");
    }

    @Test
    void anEqualTextIsWhollySimilar() {
        List<Found<String>> found = index.find(Features.of("I cannot log in"), 1, 0.5);

        assertThat(found.get(0).document()).isEqualTo("login");
        assertThat(found.get(0).similarity()).isEqualTo(1f);
    }

    @Test
    void unlikeTextsAndTooManyAreLeftOut() {
        assertThat(find("Why is the VAT on the invoice twice?", 1, 0.0)).containsExactly("vat");
        assertThat(find("something else altogether", 3, 0.1)).isEmpty();
    }

    private List<String> find(String text, int atMost, double from) {
        return index.find(Features.of(text), atMost, from).stream()
                .map(Found::document)
                .toList();
    }
}

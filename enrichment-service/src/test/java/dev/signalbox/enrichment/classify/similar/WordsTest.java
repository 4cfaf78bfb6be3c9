package dev.signalbox.enrichment.classify.similar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void wordsThatSayNothingAreNotCompared() {
        assertThat(Words.of("The invoice is in the mail").stems()).containsExactly("invoic", "mail");
        assertThat(Words.of("Die Rechnung ist nicht da").stems()).containsExactly("rechnung");
    }

    @Test
    void sharedWordsAreNamedAsTheQuestionHasThem() {
        Words asked = Words.of("Two invoices were charged twice in 2026");

        assertThat(asked.sharedWith(Words.of("You charge an invoice two times, 2026")))
                .containsExactly("two", "invoices", "charged");
    }

    @ParameterizedTest
    @CsvSource({
        "invoices,invoice",
        "charged,charges",
        "companies,company",
        "cancelling,cancel",
        "stopped,stop",
        "access,access",
        "users,user",
    })
    void inflectionsHaveOneStem(String one, String other) {
        assertThat(Words.stem(one)).isEqualTo(Words.stem(other));
    }
}

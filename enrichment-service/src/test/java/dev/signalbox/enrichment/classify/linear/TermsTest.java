package dev.signalbox.enrichment.classify.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void caseDigitsAndPunctuationMakeNoDifference() {
        assertThat(hashes("Error 503: can't log in!")).isEqualTo(hashes("error 999 CAN’T log-in"));
    }

    @Test
    void aWordHasItselfItsRunsAndThePairWithTheWordBefore() {
        // " ab " has the runs " a", " ab", " ab ", "ab", "ab ", "b "
        assertThat(hashes("ab")).hasSize(1 + 6);
        assertThat(hashes("ab ab")).hasSize(2 * (1 + 6) + 1);
    }

    @Test
    void wordsThatShareABeginningShareRuns() {
        assertThat(shared("invoice", "invoicing")).isGreaterThan(10);
        assertThat(shared("invoice", "password")).isLessThan(3);
    }

    @Test
    void ofAVeryLongTextTheBeginningIsRead() {
        assertThat(Terms.of("word ".repeat(10_000)).words()).isEqualTo(400);
    }

    private static long shared(String one, String other) {
        long[] others = hashes(other);
        return Arrays.stream(hashes(one))
                .filter(hash -> Arrays.binarySearch(others, hash) >= 0)
                .count();
    }

    private static long[] hashes(String text) {
        Terms terms = Terms.of(text);
        return IntStream.range(0, terms.size()).mapToLong(terms::hash).sorted().toArray();
    }
}

package dev.signalbox.decisions.severity.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * A phrase as a policy writes it: words, {@code a|b}, {@code begin*}, {@code #} for a number, {@code ..} for filler words,
 * {@code ...} for up to four words.
 */
public record PhrasePattern(@JsonValue String text) {

    /**
     * A phrase of that text.
     *
     * @throws IllegalArgumentException if it is not one; the message says what is allowed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhrasePattern {
        Phrase.of("", text, Set.of());
    }
}

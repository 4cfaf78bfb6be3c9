package dev.signalbox.decisions.severity.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of one cue.
 *
 * @param phrases patterns: words, {@code a|b}, {@code begin*}, {@code #} for a number, {@code ..} for filler words,
 *     {@code ...} for up to four words
 * @param except patterns with another meaning: a phrase that overlaps one of them is no cue
 */
public record CueWords(List<String> phrases, List<String> except) {

    public static final CueWords NONE = new CueWords(List.of(), List.of());

    public CueWords(@Nullable List<String> phrases, @Nullable List<String> except) {
        this.phrases = phrases == null ? List.of() : List.copyOf(phrases);
        this.except = except == null ? List.of() : List.copyOf(except);
    }
}

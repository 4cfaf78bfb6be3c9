package dev.signalbox.decisions.severity.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of one cue.
 *
 * @param except patterns with another meaning: a phrase that overlaps one of them is no cue
 */
public record CueWords(List<PhrasePattern> phrases, List<PhrasePattern> except) {

    public static final CueWords NONE = new CueWords(List.of(), List.of());

    public CueWords(@Nullable List<PhrasePattern> phrases, @Nullable List<PhrasePattern> except) {
        this.phrases = phrases == null ? List.of() : List.copyOf(phrases);
        this.except = except == null ? List.of() : List.copyOf(except);
    }
}

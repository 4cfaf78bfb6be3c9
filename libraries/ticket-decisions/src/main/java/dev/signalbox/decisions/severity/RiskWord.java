package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.severity.text.PhrasePattern;
import dev.signalbox.decisions.validation.Allowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word that counts in a complaint (S14).
 *
 * @param phrases the word with inflections
 * @param except uses of the word that are harmless ("cancel a meeting")
 * @param threats phrases that are a complaint in themselves ("our lawyer")
 */
public record RiskWord(List<PhrasePattern> phrases, List<PhrasePattern> except, List<PhrasePattern> threats) {

    public RiskWord(
            @Nullable List<PhrasePattern> phrases,
            @Nullable List<PhrasePattern> except,
            @Nullable List<PhrasePattern> threats) {
        this.phrases = List.copyOf(Allowed.present("analysis.riskWords.*.phrases", phrases));
        this.except = except == null ? List.of() : List.copyOf(except);
        this.threats = threats == null ? List.of() : List.copyOf(threats);
    }

    CueWords words() {
        return new CueWords(phrases, except);
    }

    CueWords threatWords() {
        return new CueWords(threats, except);
    }
}

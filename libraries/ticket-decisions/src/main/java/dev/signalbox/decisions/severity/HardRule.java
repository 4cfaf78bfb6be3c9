package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Urgency;
import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.severity.text.PhrasePattern;
import dev.signalbox.decisions.validation.Allowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that no classifier result undoes (S13).
 *
 * @param phrases its words with inflections
 * @param except uses of the words that report nothing; like a negated word they are recorded as suppressed
 * @param urgency the urgency that a case under the rule has at least
 */
public record HardRule(List<PhrasePattern> phrases, List<PhrasePattern> except, Urgency urgency) {

    public HardRule(
            @Nullable List<PhrasePattern> phrases, @Nullable List<PhrasePattern> except, @Nullable Urgency urgency) {
        this.phrases = List.copyOf(Allowed.present("analysis.hardRules.*.phrases", phrases));
        this.except = except == null ? List.of() : List.copyOf(except);
        this.urgency = Allowed.present("analysis.hardRules.*.urgency", urgency);
    }

    CueWords words() {
        return new CueWords(phrases, except);
    }
}

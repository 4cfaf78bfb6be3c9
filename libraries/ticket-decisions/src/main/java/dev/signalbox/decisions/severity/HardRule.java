package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Urgency;
import dev.signalbox.decisions.severity.text.CueWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that no classifier result undoes (S13).
 *
 * @param phrases its words with inflections
 * @param except uses of the words that report nothing; like a negated word they are recorded as suppressed
 * @param urgency the urgency that a case under the rule has at least
 */
public record HardRule(List<String> phrases, List<String> except, Urgency urgency) {

    public HardRule(@Nullable List<String> phrases, @Nullable List<String> except, @Nullable Urgency urgency) {
        this.phrases = List.copyOf(Allowed.present("analysis.hardRules.*.phrases", phrases));
        this.except = except == null ? List.of() : List.copyOf(except);
        this.urgency = Allowed.present("analysis.hardRules.*.urgency", urgency);
    }

    CueWords words() {
        return new CueWords(phrases, except);
    }
}

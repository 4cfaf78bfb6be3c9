package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.validation.Allowed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How hard the solution is likely to be (S5, S15).
 *
 * @param technical words of integrations, logs, data repair; each different one is a point
 * @param longFrom words from which a text is a point
 * @param highFrom points from which the complexity is HIGH
 * @param simpleIntents intents that are LOW where there is no point
 */
public record ComplexityPolicy(CueWords technical, int longFrom, int highFrom, Set<String> simpleIntents) {

    public ComplexityPolicy(
            @Nullable CueWords technical, int longFrom, int highFrom, @Nullable Set<String> simpleIntents) {
        this.technical = Allowed.present("analysis.complexity.technical", technical);
        this.longFrom = Allowed.between("analysis.complexity.longFrom", longFrom, 1, Integer.MAX_VALUE);
        this.highFrom = Allowed.between("analysis.complexity.highFrom", highFrom, 1, Integer.MAX_VALUE);
        this.simpleIntents = Set.copyOf(Allowed.present("analysis.complexity.simpleIntents", simpleIntents));
    }
}

package dev.signalbox.decisions.routing;

import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;

/** Weights of the choice among eligible agents (S38); they add up to 1. */
public record ChoiceWeights(
        BigDecimal proficiency, BigDecimal load, BigDecimal similar, BigDecimal region, BigDecimal language) {

    public ChoiceWeights {
        Allowed.share("routing.choice.proficiency", proficiency);
        Allowed.share("routing.choice.load", load);
        Allowed.share("routing.choice.similar", similar);
        Allowed.share("routing.choice.region", region);
        Allowed.share("routing.choice.language", language);
        BigDecimal sum = proficiency.add(load).add(similar).add(region).add(language);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException(
                    "routing.choice: the weights add up to " + sum.toPlainString() + "; allowed: 1");
        }
    }
}

package dev.signalbox.decisions.routing;

import java.math.BigDecimal;

/** Weights of the choice among eligible agents (S38); they add up to 1. */
public record ChoiceWeights(
        BigDecimal proficiency, BigDecimal load, BigDecimal similar, BigDecimal region, BigDecimal language) {

    public ChoiceWeights {
        Checks.share("routing.choice.proficiency", proficiency);
        Checks.share("routing.choice.load", load);
        Checks.share("routing.choice.similar", similar);
        Checks.share("routing.choice.region", region);
        Checks.share("routing.choice.language", language);
        BigDecimal sum = proficiency.add(load).add(similar).add(region).add(language);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException(
                    "routing.choice: the weights add up to " + sum.toPlainString() + "; allowed: 1");
        }
    }
}

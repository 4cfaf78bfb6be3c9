package dev.signalbox.contracts;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of an owner when somebody was looked for (P20, P40). With the candidates and the policy it is enough to
 * make the choice again (N2).
 *
 * @param rule which rule decided the lane, for example {@code MATRIX}
 * @param lane name of the policy's lane
 * @param step of the lane, from 1: the one that found the owner, else the last one that was open; 0: none was open
 * @param floor lowest tier that might own it
 * @param expertsOpen T3 might own it
 * @param elapsed share of the time for the answer that had passed, 0 or more; it opens the steps
 * @param preferred who got it if he was eligible at any open step
 * @param excluded agents who must not get it
 */
public record RouteDemand(
        String rule,
        String lane,
        int step,
        SupportTier floor,
        boolean expertsOpen,
        BigDecimal elapsed,
        @Nullable String preferred,
        List<String> excluded) {

    public RouteDemand {
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
    }
}

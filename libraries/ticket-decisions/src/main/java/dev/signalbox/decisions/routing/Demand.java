package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.RouteDemand;
import dev.signalbox.contracts.SupportTier;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one ticket asks of an owner.
 *
 * @param rule which rule decided
 * @param lane name of the policy's lane
 * @param skill also the queue's name
 * @param pod the account's pod, or null
 * @param floor lowest tier that may own it
 * @param expertsOpen T3 may own it (S40)
 */
public record Demand(
        Precedence rule,
        String lane,
        Band band,
        String skill,
        @Nullable String pod,
        @Nullable String language,
        @Nullable String region,
        SupportTier floor,
        boolean expertsOpen) {

    /** The same, for T3 alone. */
    Demand expertsOnly() {
        return new Demand(rule, lane, band, skill, pod, language, region, SupportTier.T3, expertsOpen);
    }

    /** As a decision records it. */
    RouteDemand asked(int step, BigDecimal elapsed, @Nullable String preferred, Set<String> excluded) {
        return new RouteDemand(
                rule.name(),
                lane,
                step,
                floor,
                expertsOpen,
                elapsed,
                preferred,
                excluded.stream().sorted().toList());
    }

    /** What a step of the lane asks of an agent, or null where the step does not apply to this ticket. */
    @Nullable
    Requirement requirement(Step step) {
        if (step.pod() && pod == null) {
            return null;
        }
        EnumSet<SupportTier> tiers = EnumSet.noneOf(SupportTier.class);
        for (SupportTier tier : step.tiers()) {
            if (tier.compareTo(floor) >= 0) {
                tiers.add(tier);
            }
        }
        if (tiers.isEmpty()) {
            tiers.add(floor);
        }
        return new Requirement(
                Set.copyOf(tiers),
                expertsOpen,
                step.senior(),
                step.pod() ? pod : null,
                step.skill() == 0 ? null : skill,
                step.skill(),
                step.language() ? language : null);
    }
}

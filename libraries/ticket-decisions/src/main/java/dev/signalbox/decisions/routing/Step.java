package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One demand on agents within a lane; demands relax from step to step (P20).
 *
 * @param after share of the first response target that must have passed, 0: at once
 * @param tiers which tiers; left out: every human tier
 * @param senior only senior agents and team leads
 * @param pod only the account's pod; the step is skipped for accounts without one
 * @param skill least proficiency in the required skill, 1..5; 0: none needed
 * @param language true: an agent who has said which languages he speaks must speak the ticket's
 */
public record Step(BigDecimal after, Set<SupportTier> tiers, boolean senior, boolean pod, int skill, boolean language) {

    public Step {
        after = Allowed.share("routing.lanes.steps.after", after);
        tiers = tiers.isEmpty() ? Set.copyOf(EnumSet.range(SupportTier.T1, SupportTier.T4)) : Set.copyOf(tiers);
        if (tiers.contains(SupportTier.T0)) {
            throw new IllegalArgumentException("routing.lanes.steps.tiers: T0 has no agents; allowed: T1 to T4");
        }
        Allowed.between("routing.lanes.steps.skill", skill, 0, 5);
    }

    @JsonCreator
    static Step read(
            @Nullable BigDecimal after,
            @Nullable Set<SupportTier> tiers,
            @Nullable Boolean senior,
            @Nullable Boolean pod,
            @Nullable Integer skill,
            @Nullable Boolean language) {
        return new Step(
                after == null ? BigDecimal.ZERO : after,
                tiers == null ? Set.of() : tiers,
                Boolean.TRUE.equals(senior),
                Boolean.TRUE.equals(pod),
                skill == null ? 0 : skill,
                Boolean.TRUE.equals(language));
    }
}

package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.SupportTier;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an agent must be for one step of a lane, whatever he is doing now. As a value it is the key under which the
 * staff's answers are kept.
 *
 * @param pod null: any agent
 * @param skill null: none needed
 * @param language null: any
 */
record Requirement(
        Set<SupportTier> tiers,
        boolean expertsOpen,
        boolean senior,
        @Nullable String pod,
        @Nullable String skill,
        int proficiency,
        @Nullable String language) {

    /** The first reason why the agent is not qualified, or null if he is. */
    @Nullable
    Refusal refuses(Agent agent) {
        if (agent.tier() == SupportTier.T3 && !expertsOpen) {
            return Refusal.T3_PROTECTED;
        }
        if (!tiers.contains(agent.tier())) {
            return Refusal.WRONG_TIER;
        }
        if (pod != null && !agent.pods().contains(pod)) {
            return Refusal.NOT_IN_POD;
        }
        if (senior && !agent.senior()) {
            return Refusal.NOT_SENIOR;
        }
        if (skill != null && agent.proficiency(skill) < proficiency) {
            return Refusal.MISSING_SKILL;
        }
        return agent.mayServe(language) ? null : Refusal.LANGUAGE;
    }

    /** As a decision's reason tells it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(senior ? "senior " : "");
        text.append(tiers.stream().sorted().map(Enum::name).collect(Collectors.joining(" or ")));
        if (pod != null) {
            text.append(" of pod ").append(pod);
        }
        if (skill != null) {
            text.append(", ").append(skill).append(" at least ").append(proficiency);
        }
        return language == null
                ? text.toString()
                : text.append(", speaks ").append(language).toString();
    }
}

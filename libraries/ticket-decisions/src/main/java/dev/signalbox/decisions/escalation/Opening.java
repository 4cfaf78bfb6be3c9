package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.EscalationType;
import dev.signalbox.contracts.RiskLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed when an escalation opens (P31): later policies and later owners do not change it.
 *
 * @param chain every step with the owner it had at the opening
 * @param target the resolution target at the opening; it measures the speed (S54)
 * @param repeat how often the chain starts again; null: never
 * @param sender the agent who asked; null if a rule opened it
 */
public record Opening(
        String id,
        EscalationType type,
        EscalationTrigger trigger,
        RiskLevel risk,
        RiskLevel renewalImpact,
        List<String> expertise,
        List<ChainStep> chain,
        String reason,
        @Nullable ClockKind clock,
        Instant openedAt,
        @Nullable Duration target,
        @Nullable String sender,
        @Nullable Integer repeat) {

    public Opening {
        expertise = List.copyOf(expertise);
        chain = List.copyOf(chain);
    }

    /** Names along the chain. */
    public List<String> path() {
        return chain.stream().map(ChainStep::owner).toList();
    }

    ChainStep step(int level) {
        return chain.get(Math.max(1, Math.min(level, chain.size())) - 1);
    }

    boolean priorityDriven() {
        return type == EscalationType.PRIORITY_DRIVEN;
    }

    boolean functional() {
        return type == EscalationType.AGENT_INITIATED;
    }
}

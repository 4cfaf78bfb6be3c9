package dev.signalbox.decisions.escalation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a handoff package must have (S52, N9).
 *
 * @param threshold a package less complete than this, in percent, goes back to the person who asked
 * @param returnWithin how long the sender may take before the chain goes on regardless
 * @param parts weights of the parts that everyone needs
 * @param expertParts weights of the parts that experts need on top
 * @param experts owners who are experts
 * @param frontLineGate what T1 could solve with articles and solved tickets comes back to it once (S51); null: no
 */
public record HandoffPolicy(
        int threshold,
        Duration returnWithin,
        Map<HandoffPart, Integer> parts,
        Map<HandoffPart, Integer> expertParts,
        Set<String> experts,
        @Nullable Boolean frontLineGate) {

    public HandoffPolicy {
        Demand.that(threshold >= 0 && threshold <= 100, "escalation.handoff.threshold must be 0..100 percent");
        Demand.that(
                returnWithin != null && returnWithin.compareTo(Duration.ZERO) > 0,
                "escalation.handoff.returnWithin must be a positive duration, for example PT30M");
        Demand.that(parts != null && !parts.isEmpty(), "escalation.handoff.parts must have weights");
        Demand.that(expertParts != null, "escalation.handoff.expertParts is missing");
        Demand.that(experts != null, "escalation.handoff.experts is missing");
        Demand.that(
                parts.values().stream().allMatch(weight -> weight > 0)
                        && expertParts.values().stream().allMatch(weight -> weight > 0),
                "escalation.handoff: every weight must be above 0");
        parts = Map.copyOf(parts);
        expertParts = Map.copyOf(expertParts);
        experts = Set.copyOf(experts);
    }

    boolean keepsAtFrontLine() {
        return Boolean.TRUE.equals(frontLineGate);
    }

    /** The weights that count for a receiver. */
    Map<HandoffPart, Integer> required(String receiver) {
        Map<HandoffPart, Integer> required = new LinkedHashMap<>(parts);
        if (experts.contains(receiver)) {
            required.putAll(expertParts);
        }
        return required;
    }
}

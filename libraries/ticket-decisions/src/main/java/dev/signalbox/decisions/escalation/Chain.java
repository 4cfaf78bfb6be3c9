package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.EscalationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, one after the other, until somebody acknowledges (S48, I20).
 *
 * @param repeat how often it starts again at its first step when the last one was silent, 0..5; null: never
 */
public record Chain(
        EscalationType type,
        List<ChainStep> steps,
        @Nullable Integer repeat) {

    /** More often nobody would be told anything new. */
    private static final int MOST_REPEATS = 5;

    public Chain {
        Demand.that(
                repeat == null || (repeat >= 0 && repeat <= MOST_REPEATS),
                "escalation.chains: repeat is " + repeat + ": allowed are 0 to " + MOST_REPEATS);
        Demand.that(type != null, "escalation.chains: a chain needs a type");
        Demand.that(steps != null && !steps.isEmpty(), "escalation.chains: a chain needs at least one step");
        steps = List.copyOf(steps);
    }

    /** What keeps this chain from reaching somebody, found before it is needed (I23). */
    List<String> unreachableSteps(String name, Collection<String> reachable) {
        String place = "escalation.chains." + name;
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            ChainStep step = steps.get(i);
            if (!step.dependsOnTheTicket() && !reachable.contains(step.owner())) {
                faults.add(place + ".steps[" + i + "].owner '" + step.owner() + "' can reach nobody: allowed are "
                        + ChainStep.AGENT + ", " + new TreeSet<>(ChainStep.ACCOUNT_ROLES) + " and " + reachable);
            }
        }
        if (steps.stream().allMatch(ChainStep::dependsOnTheTicket)) {
            faults.add(place + " can reach nobody while the ticket has no agent: add a step with another owner");
        }
        if (steps.get(steps.size() - 1).onlyUntilConfirmed()) {
            faults.add(place + ": the last step cannot be untilConfirmed, nobody would be told after it");
        }
        return faults;
    }
}

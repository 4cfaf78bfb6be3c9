package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.AgentActivity;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Said;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * No agent ever holds more than soft + 1 tickets, and the one above soft is CRITICAL or HIGH: by what
 * {@code agents.activity} says, by a replay of {@code tickets.routed}, and both agree in the end.
 */
final class HardCapacityHolds implements Invariant {

    @Override
    public String violation() {
        return "hard capacity exceeded";
    }

    @Override
    public void check(History history, Violations violations) {
        Map<String, List<Said<AgentActivity>>> loads = history.firsts(Topic.AGENTS_ACTIVITY, AgentActivity.class);
        loads.values().forEach(of -> of.forEach(said -> checkSaid(said, history.capacities(), violations)));
        Map<String, Integer> replayed = new CapacityReplay(history, violations).loads();
        history.capacities().keySet().forEach(agent -> {
            int last = loads.getOrDefault(agent, List.of()).stream()
                    .max(Comparator.comparingLong(Said::sequence))
                    .map(said -> said.content().load())
                    .orElse(0);
            int counted = replayed.getOrDefault(agent, 0);
            violations.addIf(last != counted, agent + " says load " + last + " and owns " + counted);
        });
    }

    private static void checkSaid(Said<AgentActivity> said, Map<String, Integer> capacities, Violations violations) {
        AgentActivity activity = said.content();
        Integer soft = capacities.get(activity.agentId());
        violations.addIf(
                activity.load() < 0
                        || activity.load() > activity.hard()
                        || activity.hard() != activity.soft() + 1
                        || soft == null
                        || activity.soft() != soft,
                said.place() + " has load " + activity.load() + " with soft " + activity.soft() + ", hard "
                        + activity.hard() + ", registered " + soft);
    }
}

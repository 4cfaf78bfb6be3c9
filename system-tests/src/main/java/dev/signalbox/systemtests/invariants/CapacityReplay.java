package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Routing;
import dev.signalbox.systemtests.history.Said;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts each agent's tickets along {@code tickets.routed}. Decisions of one moment are one batch, whose inner order
 * nobody outside can see: they count together.
 */
final class CapacityReplay {

    private static final Set<Band> MAY_EXCEED_SOFT = EnumSet.of(Band.CRITICAL, Band.HIGH);

    private record Move(String from, String to, Routing routing, Said<Routing> said) {}

    private final Map<String, Integer> loads = new HashMap<>();
    private final Map<String, Integer> capacities;
    private final Violations violations;

    CapacityReplay(History history, Violations violations) {
        this.capacities = history.capacities();
        this.violations = violations;
        TreeMap<Instant, List<Move>> moments = new TreeMap<>();
        history.firsts(Topic.TICKETS_ROUTED, Routing.class).values().forEach(of -> collect(of, moments));
        moments.values().forEach(this::replay);
    }

    /** What each agent holds in the end. */
    Map<String, Integer> loads() {
        return loads;
    }

    private static void collect(List<Said<Routing>> ofTicket, Map<Instant, List<Move>> moments) {
        String owner = null;
        for (Said<Routing> said : OneOwnerAtATime.inSequence(ofTicket)) {
            Routing routing = said.content();
            String next = routing.occupies() ? routing.agentId() : null;
            if (!Objects.equals(owner, next)) {
                moments.computeIfAbsent(routing.decidedAt(), first -> new java.util.ArrayList<>())
                        .add(new Move(owner, next, routing, said));
            }
            owner = next;
        }
    }

    private void replay(List<Move> moves) {
        Map<String, Integer> before = new HashMap<>(loads);
        Set<String> urgent = new HashSet<>();
        for (Move move : moves) {
            if (move.from() != null) {
                loads.merge(move.from(), -1, Integer::sum);
            }
            if (move.to() != null) {
                loads.merge(move.to(), 1, Integer::sum);
                if (MAY_EXCEED_SOFT.contains(move.routing().band())) {
                    urgent.add(move.to());
                }
            }
        }
        moves.stream().filter(move -> move.to() != null).forEach(move -> check(move, before, urgent));
    }

    private void check(Move move, Map<String, Integer> before, Set<String> urgent) {
        String agent = move.to();
        int soft = capacities.getOrDefault(agent, 0);
        int load = loads.get(agent);
        boolean rose = load > before.getOrDefault(agent, 0);
        int limit = !rose || urgent.contains(agent) ? soft + 1 : soft;
        violations.addIf(load > limit, move.said().place() + " is number " + load + " of " + agent + ", soft " + soft);
    }
}

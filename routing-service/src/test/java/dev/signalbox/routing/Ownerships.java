package dev.signalbox.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.decisions.routing.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What two replicas have said of owners, put together; a few words of each decision, so that it stays small. */
final class Ownerships {

    record Held(String ticketId, String agentId, long epoch) {}

    private record Said(String agentId, long epoch, boolean ended) {}

    private final Map<String, TreeMap<Long, Said>> told = new HashMap<>();
    private final Map<String, Held> held = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Set<String> claimed = new HashSet<>();
    private final Set<String> owners = new HashSet<>();

    synchronized void learn(Map<String, Outcome> outcomes) {
        outcomes.forEach((id, outcome) -> {
            Route route = outcome.route();
            if (route != null) {
                if (route.decision() == RouteDecision.ASSIGNED
                        && !route.candidates().isEmpty()) {
                    owners.add(route.agentId());
                    assertThat(route.candidates())
                            .as("%s is eligible for %s", route.agentId(), id)
                            .anyMatch(one -> one.eligible() && one.agentId().equals(route.agentId()));
                }
                boolean ended = route.decision() == RouteDecision.RELEASED || route.decision() == RouteDecision.CLOSED;
                Said said = new Said(route.agentId(), route.assignmentEpoch(), ended);
                Said before =
                        told.computeIfAbsent(id, ticket -> new TreeMap<>()).put(route.sequence(), said);
                assertThat(before)
                        .as("a second decision " + route.sequence() + " on " + id)
                        .isNull();
                Said last = told.get(id).lastEntry().getValue();
                if (last.agentId() == null) {
                    held.remove(id);
                } else {
                    claimed.add(id + " " + last.epoch());
                    if (held.put(id, new Held(id, last.agentId(), last.epoch())) == null) {
                        order.add(id);
                    }
                }
            }
        });
    }

    /** Everybody who was picked for a ticket. */
    synchronized Set<String> owners() {
        return Set.copyOf(owners);
    }

    synchronized int claims() {
        return claimed.size();
    }

    /** Some that have an owner, those first that have had one the longest. */
    synchronized List<Held> owned(int most) {
        List<Held> some = new ArrayList<>();
        int taken = 0;
        while (taken < order.size() && some.size() < most) {
            Held one = held.get(order.get(taken++));
            if (one != null && !some.contains(one)) {
                some.add(one);
            }
        }
        order.subList(0, taken).clear();
        some.forEach(one -> order.add(one.ticketId()));
        return some;
    }

    synchronized Held any(Random random) {
        return order.isEmpty() ? null : held.get(order.get(random.nextInt(order.size())));
    }

    /** Tickets that are not solved. */
    synchronized Set<String> open() {
        Set<String> open = new HashSet<>();
        told.forEach((id, says) -> {
            if (!says.lastEntry().getValue().ended()) {
                open.add(id);
            }
        });
        return open;
    }

    synchronized Map<String, Long> decisions() {
        Map<String, Long> last = new HashMap<>();
        told.forEach((id, says) -> last.put(id, says.lastKey()));
        return last;
    }

    /** One owner at a time: decisions are numbered without a gap, and another owner has another epoch. */
    synchronized void check() {
        told.forEach((id, says) -> {
            assertThat(says.lastKey()).as("decisions on " + id).isEqualTo(says.size());
            Said before = new Said(null, 0, false);
            for (Said said : says.values()) {
                boolean sameOwner = Objects.equals(before.agentId(), said.agentId());
                assertThat(said.epoch()).as("epoch of " + id).isGreaterThanOrEqualTo(before.epoch());
                assertThat(sameOwner || said.epoch() > before.epoch())
                        .as("a new epoch for the new owner of " + id)
                        .isTrue();
                before = said;
            }
        });
    }
}

package dev.signalbox.routing;

import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.decisions.routing.Outcome;
import dev.signalbox.decisions.routing.Pool;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.decisions.routing.RoutingPolicy;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tickets that wait, in pools that are served by the same agents. Looks only at the first ones of pools that have
 * room, so a long queue costs no more than a short one.
 */
@ApplicationScoped
public class Queues {

    /** Places beyond are not counted. */
    private static final int DEPTH = 500;

    private static final int UNHOPED = 200;

    private final Assignments assignments;
    private final FrontOfLine front;
    private final RoutingConfig config;
    private volatile Instant looked = Instant.EPOCH;
    private volatile boolean again = true;

    Queues(Assignments assignments, FrontOfLine front, RoutingConfig config) {
        this.assignments = assignments;
        this.front = front;
        this.config = config;
    }

    /**
     * Those who wait and may be served now, and those who wait for somebody who will not come any more. Whoever was
     * looked at in vain waits on until an agent of his pool is freed, a shift begins or a further step of his lane opens.
     *
     * @param all looks at every pool, whatever has happened
     */
    Uni<List<KnownTicket>> waiting(
            UnitOfWork work, Agents.Present present, RoutingPolicy active, Set<String> except, boolean all) {
        Roster roster = present.roster();
        boolean every = all || again || roster.shiftsBeganSince(looked);
        if (every) {
            again = false;
            looked = roster.now();
            return assignments.pools(work).chain(pools -> waiting(work, roster, active, except, pools, true));
        }
        BitSet freed = roster.freedSince(present.loads());
        return assignments
                .woken(work, roster.now())
                .chain(woken -> (freed.isEmpty() ? Uni.createFrom().item(List.<String>of()) : assignments.pools(work))
                        .chain(pools -> {
                            Set<String> some = new LinkedHashSet<>(woken);
                            pools.stream()
                                    .filter(key -> new Pool(key).servedByAny(freed, active, roster))
                                    .forEach(some::add);
                            return waiting(work, roster, active, except, List.copyOf(some), false);
                        }));
    }

    /** Agents were freed after the queues had been looked at: the next transaction looks at every pool. */
    void lookAgain() {
        again = true;
    }

    private Uni<List<KnownTicket>> waiting(
            UnitOfWork work,
            Roster roster,
            RoutingPolicy active,
            Set<String> except,
            List<String> pools,
            boolean hopeless) {
        Map<String, Integer> room = new LinkedHashMap<>();
        Set<String> unhoped = new LinkedHashSet<>();
        for (String key : pools) {
            Pool pool = new Pool(key);
            int free = pool.room(active, roster);
            if (free > 0) {
                room.put(key, Math.min(free, config.drain()));
            } else if (hopeless && !pool.staffed(active, roster)) {
                unhoped.add(key);
            }
        }
        return front.first(work, room, active.queue(), roster.now())
                .invoke(first -> again |= first.size() >= config.drain())
                .chain(first -> assignments
                        .hopeful(work, List.copyOf(unhoped), UNHOPED)
                        .map(others -> together(others, first, except)))
                .chain(ids -> assignments.load(work, ids))
                .map(tickets -> List.copyOf(tickets.values()));
    }

    private static Set<String> together(List<String> others, List<String> first, Set<String> except) {
        Set<String> all = new LinkedHashSet<>(others);
        all.addAll(first);
        all.removeAll(except);
        return all;
    }

    /** The outcomes with their places in the queue filled in where they were queued. */
    Uni<List<Outcome>> positioned(UnitOfWork work, RoutingPolicy active, Instant now, List<Outcome> outcomes) {
        List<Outcome> queued = outcomes.stream()
                .filter(outcome -> outcome.route() != null && outcome.route().decision() == RouteDecision.QUEUED)
                .toList();
        List<String> queues = queued.stream().map(Outcome::queue).distinct().toList();
        List<String> ids =
                queued.stream().map(outcome -> outcome.state().ticketId()).toList();
        return front.positions(work, queues, ids, DEPTH, active.queue(), now)
                .map(positions -> outcomes.stream()
                        .map(outcome -> {
                            Integer position = positions.get(outcome.state().ticketId());
                            return position == null ? outcome : outcome.at(position);
                        })
                        .toList());
    }
}

package dev.signalbox.watchdog;

import dev.signalbox.decisions.sla.SlaPolicy;
import dev.signalbox.edge.Policies;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.TimerLoop;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Counts running clocks anew when a policy with other calendars becomes active: a holiday that was added late moves the
 * deadlines behind it, and no other (I25, N4). It goes through the tickets in small transactions, remembers with each how
 * far it has come, and goes through them once more, because a replica that had not heard of the policy may have entered a
 * ticket behind its back. Where nothing changes, nothing is written. Paused clocks have no deadline: they take the
 * calendars up with what happens to their ticket next, as every ticket does.
 */
@ApplicationScoped
class Recount {

    private static final Logger LOG = Logger.getLogger(Recount.class);
    private static final int ROUNDS = 2;

    private final Transactions transactions;
    private final Recounts recounts;
    private final Watches watches;
    private final Settlement settlement;
    private final SlaPolicies policies;
    private final TimerLoop loop;
    private final WatchdogMetrics metrics;
    private final WatchdogConfig config;
    private volatile Policies.Activation entered;
    private volatile Policies.Activation done;

    Recount(
            Transactions transactions,
            Recounts recounts,
            Watches watches,
            Settlement settlement,
            SlaPolicies policies,
            TimerLoop loop,
            WatchdogMetrics metrics,
            WatchdogConfig config) {
        this.transactions = transactions;
        this.recounts = recounts;
        this.watches = watches;
        this.settlement = settlement;
        this.policies = policies;
        this.loop = loop;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        loop.start("recount", this::next);
    }

    /** Counts the next tickets anew; tells how many were looked at. */
    Uni<Integer> next() {
        Policies.Activation active = policies.active().orElse(null);
        if (active == null || active.equals(done)) {
            return Uni.createFrom().item(0);
        }
        Outcomes outcomes = new Outcomes();
        return enter(active)
                .chain(() -> transactions.run(work -> recounts.claim(work, active, config.recountBatch())
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(0)
                                : proceed(work, active, found.get(), outcomes))))
                .invoke(() -> metrics.count(outcomes));
    }

    private Uni<Void> enter(Policies.Activation active) {
        if (active.equals(entered)) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(work -> recounts.enter(work, active)
                        .chain(() -> recounts.before(work, active))
                        .chain(earlier -> earlier.isPresent() && counted(earlier.get(), active)
                                ? recounts.end(work, active)
                                : Uni.createFrom().voidItem()))
                .invoke(() -> entered = active);
    }

    /** Whether all clocks count by such calendars already. */
    private boolean counted(Recounts.Earlier earlier, Policies.Activation active) {
        return earlier.ended()
                && policies.find(earlier.policy())
                        .map(SlaPolicy::calendars)
                        .equals(policies.find(active.hash()).map(SlaPolicy::calendars));
    }

    private Uni<Integer> proceed(
            UnitOfWork work, Policies.Activation active, Recounts.Progress progress, Outcomes outcomes) {
        if (progress.ended()) {
            done = active;
            return Uni.createFrom().item(0);
        }
        return watches.running(work, progress.after()).chain(places -> {
            if (places.isEmpty()) {
                return atTheEnd(work, active, progress).replaceWith(0);
            }
            Watches.Place last = places.get(places.size() - 1);
            return countAnew(work, places, outcomes)
                    .chain(() -> recounts.proceed(work, active, last.nextDueAt(), last.ticketId()))
                    .replaceWith(places.size());
        });
    }

    private Uni<Void> atTheEnd(UnitOfWork work, Policies.Activation active, Recounts.Progress progress) {
        LOG.infof("clocks were counted by the calendars of %s, round %d", active.hash(), progress.round());
        return progress.round() < ROUNDS
                ? recounts.again(work, active, config.recountAgainAfter())
                : recounts.end(work, active);
    }

    private Uni<Void> countAnew(UnitOfWork work, List<Watches.Place> places, Outcomes outcomes) {
        TreeSet<String> ids =
                places.stream().map(Watches.Place::ticketId).collect(Collectors.toCollection(TreeSet::new));
        return watches.lock(work, ids, Collections.emptySortedSet())
                .call(known -> policies.arrived(policyVersions(known)))
                .chain(known -> {
                    Map<String, TicketWatch> tickets = countedAnew(work, known);
                    return settlement
                            .settle(work, tickets.values())
                            .chain(() -> settlement.keep(work, tickets, outcomes))
                            .invoke(() -> metrics.recounted(tickets.size()));
                });
    }

    /** The tickets of which a clock has changed. */
    private Map<String, TicketWatch> countedAnew(UnitOfWork work, Map<String, Watch> known) {
        Map<String, TicketWatch> tickets = new TreeMap<>();
        known.forEach((id, watch) -> {
            TicketWatch ticket = new TicketWatch(id, watch, policies::named, work.now());
            ticket.countAnew(policies::successorOf);
            if (!ticket.told().changes().isEmpty()) {
                tickets.put(id, ticket);
            }
        });
        return tickets;
    }

    private static Set<String> policyVersions(Map<String, Watch> known) {
        return known.values().stream().flatMap(Watch::policyVersions).collect(Collectors.toSet());
    }
}

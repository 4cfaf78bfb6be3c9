package dev.signalbox.watchdog;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Presence;
import dev.signalbox.decisions.sla.FirstReply;
import dev.signalbox.decisions.sla.ScoredFact;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.Timers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * A ticket's way through the watchdog: scored versions, routes, activity, escalations and due levels change what is
 * known; clocks are folded anew; what follows is said on {@code sla.clocks} and {@code sla.actions}.
 */
@ApplicationScoped
class WatchdogStream {

    private final Transactions transactions;
    private final Watches watches;
    private final Presences presences;
    private final ReplyTimes replies;
    private final WarningCounts warnings;
    private final SlaPolicies policies;
    private final Timers timers;
    private final WatchdogMetrics metrics;

    WatchdogStream(
            Transactions transactions,
            Watches watches,
            Presences presences,
            ReplyTimes replies,
            WarningCounts warnings,
            SlaPolicies policies,
            Timers timers,
            WatchdogMetrics metrics) {
        this.transactions = transactions;
        this.watches = watches;
        this.presences = presences;
        this.replies = replies;
        this.warnings = warnings;
        this.policies = policies;
        this.timers = timers;
        this.metrics = metrics;
    }

    @Incoming("tickets")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        Outcomes outcomes = new Outcomes();
        return transactions
                .consume(batch, (work, records) -> decide(work, records, outcomes))
                .invoke(() -> metrics.count(outcomes));
    }

    private Uni<Void> decide(UnitOfWork work, List<ConsumerRecord<String, byte[]>> records, Outcomes outcomes) {
        List<Heard> heard = records.stream().map(Heard::from).toList();
        TreeSet<String> ids = ids(heard.stream());
        // a timer exists only for a ticket that is known
        TreeSet<String> mayBeNew = ids(heard.stream().filter(one -> !one.timer()));
        return policies.arrived(heard.stream()
                        .map(Heard::policyVersion)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .chain(() -> watches.lock(work, ids, mayBeNew))
                .call(known -> policies.arrived(policyVersions(known)))
                .chain(known -> presences
                        .of(work, owners(heard, known))
                        .map(presence -> tell(work, heard, known, presence::get)))
                .call(tickets -> settle(work, tickets.values()))
                .chain(tickets -> keep(work, tickets, outcomes));
    }

    private Map<String, TicketWatch> tell(
            UnitOfWork work, List<Heard> heard, Map<String, Watch> known, Function<String, Presence> presence) {
        Map<String, TicketWatch> tickets = new TreeMap<>();
        for (Heard one : heard) {
            TicketWatch ticket = tickets.computeIfAbsent(
                    one.ticketId(),
                    id -> new TicketWatch(id, known.getOrDefault(id, Watch.EMPTY), policies::named, work.now()));
            one.tell().accept(ticket, presence);
        }
        return tickets;
    }

    private Uni<Void> settle(UnitOfWork work, Collection<TicketWatch> tickets) {
        List<TicketWatch> reckoning =
                tickets.stream().filter(TicketWatch::reckons).toList();
        List<String> next = reckoning.stream()
                .map(TicketWatch::nextAgent)
                .filter(Objects::nonNull)
                .toList();
        Uni<UsualReply> usual =
                reckoning.isEmpty() ? Uni.createFrom().item(new UsualReply(Map.of())) : replies.of(work, next);
        return usual.invoke(known -> {
                    tickets.forEach(ticket -> ticket.settle(known));
                    tickets.removeIf(ticket -> !ticket.changed());
                })
                .replaceWithVoid();
    }

    private Uni<Void> keep(UnitOfWork work, Map<String, TicketWatch> tickets, Outcomes outcomes) {
        List<Event> events = tickets.values().stream()
                .flatMap(ticket -> ticket.told().events().stream())
                .toList();
        List<Timer> armed = tickets.values().stream()
                .flatMap(ticket -> ticket.ledgers().armed().stream())
                .toList();
        List<String> disarmed = tickets.values().stream()
                .flatMap(ticket -> ticket.ledgers().disarmed().stream())
                .toList();
        Map<Tally.Key, Long> tally =
                Tally.sum(tickets.values().stream().map(TicketWatch::tally).toList());
        List<FirstReply> learned = tickets.values().stream()
                .flatMap(ticket -> ticket.learned().stream())
                .toList();
        tickets.values().forEach(ticket -> outcomes.add(ticket.told().outcomes()));
        return watches.save(work, tickets)
                .chain(() -> timers.schedule(work, armed))
                .chain(() -> timers.cancel(work, disarmed))
                .chain(() -> replies.learn(work, learned))
                .chain(() -> warnings.add(work, tally))
                .chain(() -> work.publish(events));
    }

    private static TreeSet<String> ids(Stream<Heard> heard) {
        return heard.map(Heard::ticketId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> policyVersions(Map<String, Watch> known) {
        return known.values().stream()
                .flatMap(watch -> watch.facts().versions().stream())
                .map(ScoredFact::terms)
                .map(terms -> terms.policyVersion())
                .collect(Collectors.toSet());
    }

    private static String ownerOf(Watch watch) {
        return watch == null ? null : watch.ownership().agentId();
    }

    /** Owners that a due level may ask about: known ones, and those whom a route in the same batch names. */
    private static Set<String> owners(List<Heard> heard, Map<String, Watch> known) {
        if (heard.stream().noneMatch(Heard::timer)) {
            return Set.of();
        }
        return heard.stream()
                .map(one -> one.timer() ? ownerOf(known.get(one.ticketId())) : one.owner())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}

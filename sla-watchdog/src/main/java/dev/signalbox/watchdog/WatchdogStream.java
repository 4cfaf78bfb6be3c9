package dev.signalbox.watchdog;

import dev.signalbox.contracts.Presence;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Settlement settlement;
    private final SlaPolicies policies;
    private final WatchdogMetrics metrics;

    WatchdogStream(
            Transactions transactions,
            Watches watches,
            Presences presences,
            Settlement settlement,
            SlaPolicies policies,
            WatchdogMetrics metrics) {
        this.transactions = transactions;
        this.watches = watches;
        this.presences = presences;
        this.settlement = settlement;
        this.policies = policies;
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
                .call(tickets -> settlement.settle(work, tickets.values()))
                .chain(tickets -> settlement.keep(work, tickets, outcomes));
    }

    private Map<String, TicketWatch> tell(
            UnitOfWork work, List<Heard> heard, Map<String, Watch> known, Function<String, Presence> presence) {
        Map<String, TicketWatch> tickets = new TreeMap<>();
        for (Heard one : heard) {
            TicketWatch ticket = tickets.computeIfAbsent(
                    one.ticketId(),
                    id -> new TicketWatch(id, known.getOrDefault(id, Watch.EMPTY), policies::named, work.now()));
            ticket.countAnew(policies::successorOf);
            one.tell().accept(ticket, presence);
        }
        tickets.values().forEach(ticket -> ticket.countAnew(policies::successorOf));
        return tickets;
    }

    private static TreeSet<String> ids(Stream<Heard> heard) {
        return heard.map(Heard::ticketId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> policyVersions(Map<String, Watch> known) {
        return known.values().stream().flatMap(Watch::policyVersions).collect(Collectors.toSet());
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

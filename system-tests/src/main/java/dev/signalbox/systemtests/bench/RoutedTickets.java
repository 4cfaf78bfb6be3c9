package dev.signalbox.systemtests.bench;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code tickets.routed} as it grows, notes each ticket's first record, and has assigned tickets solved. */
final class RoutedTickets implements AutoCloseable {

    private final Map<String, Long> firstAtMillis = new ConcurrentHashMap<>();
    private final Map<String, Long> createdAtMillis = new ConcurrentHashMap<>();
    private final Set<String> assigned = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> routedOfRound = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> assignedOfRound = new ConcurrentHashMap<>();
    private final Map<String, Band> bands = new ConcurrentHashMap<>();
    private final LineLoad helpdesk;
    private final String bootstrapServers;
    private final Thread thread = new Thread(this::read, "routed-tickets");
    private volatile boolean closing;

    RoutedTickets(String bootstrapServers, LineLoad helpdesk) {
        this.bootstrapServers = bootstrapServers;
        this.helpdesk = helpdesk;
        thread.start();
    }

    private void read() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "bench-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.TICKETS_ROUTED.topicName()));
            while (!closing) {
                consumer.poll(Duration.ofMillis(50)).forEach(this::note);
            }
        }
    }

    /** What the bench reads of {@code tickets.routed}: its own work takes processor time from the line's. */
    private record Routed(Created ticket, Scored score, Decided route) {

        private record Created(Instant createdAt) {}

        private record Scored(Band band) {}

        private record Decided(RouteDecision decision, String agentId) {}
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        Routed routed = Json.decode(record.value(), Routed.class);
        if (firstAtMillis.putIfAbsent(record.key(), record.timestamp()) == null) {
            createdAtMillis.put(record.key(), routed.ticket().createdAt().toEpochMilli());
            bands.put(record.key(), routed.score().band());
            counter(routedOfRound, round(record.key())).increment();
        }
        if (routed.route().decision() == RouteDecision.ASSIGNED && assigned.add(record.key())) {
            counter(assignedOfRound, round(record.key())).increment();
            helpdesk.solve(record.key(), routed.route().agentId());
        }
    }

    /** How many tickets of the round, whose external ids begin so, have been routed. */
    long routed(String prefix) {
        return counter(routedOfRound, LineLoad.SOURCE + ":" + prefix).sum();
    }

    /** How many of them were assigned to an agent at least once. */
    long assigned(String prefix) {
        return counter(assignedOfRound, LineLoad.SOURCE + ":" + prefix).sum();
    }

    /** Milliseconds from creation to the first routing record. */
    double[] latencies(String prefix) {
        return firstAtMillis.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(LineLoad.SOURCE + ":" + prefix))
                .mapToDouble(entry -> entry.getValue() - createdAtMillis.get(entry.getKey()))
                .toArray();
    }

    Map<Band, Long> bands(String prefix) {
        Map<Band, Long> shares = new EnumMap<>(Band.class);
        bands.forEach((ticket, band) -> {
            if (ticket.startsWith(LineLoad.SOURCE + ":" + prefix)) {
                shares.merge(band, 1L, Long::sum);
            }
        });
        return shares;
    }

    private static LongAdder counter(Map<String, LongAdder> counters, String round) {
        return counters.computeIfAbsent(round, none -> new LongAdder());
    }

    /** A ticket's id up to its number. */
    private static String round(String ticketId) {
        return ticketId.substring(0, ticketId.lastIndexOf('-') + 1);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

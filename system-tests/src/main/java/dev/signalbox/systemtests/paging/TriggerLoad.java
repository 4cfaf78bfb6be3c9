package dev.signalbox.systemtests.paging;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes case files that trigger an escalation each, at an even pace, and reads what comes of them. */
final class TriggerLoad implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final String bootstrapServers;
    private final String policy;
    private final Map<String, Long> triggered = new ConcurrentHashMap<>();
    private final Map<String, Long> opened = new ConcurrentHashMap<>();
    private final Map<String, Long> resolved = new ConcurrentHashMap<>();
    private final Thread reader = new Thread(this::read, "escalations");
    private volatile boolean closing;

    TriggerLoad(String bootstrapServers, String policy) {
        this.bootstrapServers = bootstrapServers;
        this.policy = policy;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        reader.start();
    }

    /** @param account of whom the tickets are; endpoints filter by it */
    void trigger(String round, String account, int count, double perSecond) {
        paced(count, perSecond, i -> {
            String id = round + i;
            Instant now = Instant.now();
            CaseFile file = Examples.aCase()
                    .of(Examples.aTicket().id(id).createdAt(now).build())
                    .of(Examples.anAnalysis().sentimentTurned().build())
                    .of(Examples.anAccount().id(account).build().asAccount(1))
                    .asOf(now)
                    .policy(policy)
                    .scored();
            triggered.put(id, System.currentTimeMillis());
            send(Event.sequenced(Topic.TICKETS_SCORED, id, 1, now, file));
        });
    }

    /** Solves a round's tickets, which resolves their escalations. */
    void solve(String round, int count, double perSecond) {
        paced(count, perSecond, i -> {
            Instant now = Instant.now();
            Actor lena = new Actor(Actor.Kind.AGENT, "lena", null);
            var solved = new Activity(
                    round + i, "s", now, ActivityKind.SOLVED, lena, true, null, null, null, null, null, null);
            send(Event.fact(Topic.TICKETS_ACTIVITY, round + i, round + i + "/s", now, solved));
        });
    }

    private interface Step {
        void take(int number);
    }

    private void paced(int count, double perSecond, Step step) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begin + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            step.take(i);
        }
        producer.flush();
    }

    private void send(Event event) {
        var record = new ProducerRecord<>(event.topic().topicName(), event.key(), event.value());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes()));
        producer.send(record);
    }

    private void read() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "paging-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.ESCALATIONS.topicName()));
            while (!closing) {
                consumer.poll(Duration.ofMillis(50)).forEach(this::note);
            }
        }
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        EscalationChange change = Json.decode(record.value(), Escalation.class).change();
        if (change == EscalationChange.OPENED) {
            opened.putIfAbsent(record.key(), record.timestamp());
        } else if (change == EscalationChange.RESOLVED) {
            resolved.putIfAbsent(record.key(), record.timestamp());
        }
    }

    long opened(String round) {
        return count(opened, round);
    }

    long resolved(String round) {
        return count(resolved, round);
    }

    private static long count(Map<String, Long> changes, String round) {
        return changes.keySet().stream().filter(id -> id.startsWith(round)).count();
    }

    /** Milliseconds from sending the trigger to the record on {@code escalations}, by one machine's clock. */
    double[] latencies(String round) {
        return opened.entrySet().stream()
                .filter(one -> one.getKey().startsWith(round))
                .mapToDouble(one -> one.getValue() - triggered.get(one.getKey()))
                .toArray();
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}

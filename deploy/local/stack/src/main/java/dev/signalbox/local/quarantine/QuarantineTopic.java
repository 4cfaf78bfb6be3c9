package dev.signalbox.local.quarantine;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Topic;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.TopicScan;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic {@code tickets.quarantine} of one broker. */
public final class QuarantineTopic {

    private final String bootstrapServers;

    public QuarantineTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Everything that is there, oldest first; a record that was told twice appears once. */
    public List<Quarantined> list() {
        try (TopicScan scan = new TopicScan(bootstrapServers)) {
            Map<String, Quarantined> byId = new LinkedHashMap<>();
            scan.all(Topic.TICKETS_QUARANTINE).stream()
                    .map(r -> Json.decode(r.value(), Quarantined.class))
                    .forEach(q -> byId.putIfAbsent(q.id(), q));
            return byId.values().stream()
                    .sorted(Comparator.comparing(Quarantined::at))
                    .toList();
        }
    }

    /**
     * Sends a record to the topic from which it came, as it was.
     *
     * @throws StackFailure if there is no such record, or Kafka refuses it
     */
    public Quarantined replay(String id) {
        Quarantined record = list().stream()
                .filter(q -> q.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new StackFailure(
                        "There is no record " + id + " in quarantine: ./signalbox quarantine list shows them."));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "max.request.size",
                Topic.TICKETS_QUARANTINE.maxMessageBytes());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var again = new ProducerRecord<>(record.topic(), record.key(), record.payload());
            record.headers().forEach((name, text) -> again.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(again).get();
            return record;
        } catch (ExecutionException e) {
            throw new StackFailure("Kafka refused the record: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the record was replayed.", e);
        }
    }
}

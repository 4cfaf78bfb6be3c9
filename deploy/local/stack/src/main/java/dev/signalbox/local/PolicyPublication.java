package dev.signalbox.local;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts policy documents on the topic {@code policies}: the document under its hash, and a pointer to the active one. */
public final class PolicyPublication {

    private static final String ACTIVE = "active";

    private PolicyPublication() {}

    /** Whether some policy is active already. */
    public static boolean hasActive(String bootstrapServers) {
        try (TopicScan scan = new TopicScan(bootstrapServers)) {
            return scan.all(Topic.POLICIES).stream().anyMatch(r -> ACTIVE.equals(r.key()) && r.value() != null);
        }
    }

    /**
     * Makes a document the active policy.
     *
     * @param document YAML
     * @return its hash
     * @throws StackFailure if the document is not a valid policy
     */
    public static String activate(String bootstrapServers, byte[] document) {
        String hash = parse(document).hash();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            String topic = Topic.POLICIES.topicName();
            producer.send(new ProducerRecord<>(topic, hash, document)).get();
            producer.send(new ProducerRecord<>(topic, ACTIVE, Json.encode(Map.of("hash", hash))))
                    .get();
            return hash;
        } catch (ExecutionException e) {
            throw new StackFailure(
                    "The policy could not be published: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the policy was published.", e);
        }
    }

    private static PolicyDocument parse(byte[] document) {
        try {
            return PolicyDocument.parse(document);
        } catch (IllegalArgumentException e) {
            throw new StackFailure(e.getMessage(), e);
        }
    }
}

package dev.signalbox.local;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.PolicyPointer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic {@code policies}: documents under their hashes, and pointers to the active one and to the shadow. */
public final class PolicyPublication {

    private static final String ACTIVE = "active";
    private static final String SHADOW = "shadow";
    private static final String CANARY = "canary";

    private PolicyPublication() {}

    /**
     * What the topic says.
     *
     * @param documents by hash
     */
    public record Published(
            Map<String, byte[]> documents, Optional<PolicyPointer> active, Optional<PolicyPointer> shadow) {

        /**
         * A document that was published.
         *
         * @throws StackFailure if it was not
         */
        public PolicyDocument document(String hash) {
            byte[] document = documents.get(hash);
            if (document == null) {
                throw new StackFailure("No policy " + hash + " was published here.");
            }
            return parse(document);
        }

        /** A document, if it was published. */
        public Optional<PolicyDocument> find(String hash) {
            return Optional.ofNullable(documents.get(hash)).map(PolicyPublication::parse);
        }
    }

    /** Reads the topic. */
    public static Published read(String bootstrapServers) {
        Map<String, byte[]> last = new HashMap<>();
        try (TopicScan scan = new TopicScan(bootstrapServers)) {
            scan.all(Topic.POLICIES).forEach(record -> last.put(record.key(), record.value()));
        }
        last.values().removeIf(value -> value == null);
        Optional<PolicyPointer> active = pointer(last.remove(ACTIVE));
        Optional<PolicyPointer> shadow = pointer(last.remove(SHADOW));
        last.remove(CANARY);
        return new Published(Map.copyOf(last), active, shadow);
    }

    /** Whether some policy is active already. */
    public static boolean hasActive(String bootstrapServers) {
        return read(bootstrapServers).active().isPresent();
    }

    /**
     * Makes a document the active policy.
     *
     * @param document YAML
     * @return its hash
     * @throws StackFailure if the document is not a valid policy
     */
    public static String activate(String bootstrapServers, byte[] document) {
        String hash = publish(bootstrapServers, document);
        activate(bootstrapServers, PolicyPointer.to(hash));
        return hash;
    }

    /** Makes the published document of a pointer the active policy; the pointer remembers the one before. */
    public static void activate(String bootstrapServers, PolicyPointer pointer) {
        String before = read(bootstrapServers).active().map(PolicyPointer::hash).orElse(null);
        send(
                bootstrapServers,
                ACTIVE,
                Json.encode(
                        new PolicyPointer(pointer.hash(), before, pointer.by(), pointer.reason(), pointer.at(), null)));
    }

    /**
     * Puts a document on the topic; nothing uses it yet.
     *
     * @return its hash
     * @throws StackFailure if the document is not a valid policy
     */
    public static String publish(String bootstrapServers, byte[] document) {
        String hash = parse(document).hash();
        send(bootstrapServers, hash, document);
        return hash;
    }

    /** Lets the published document of a pointer decide beside the active one (S78); empty: ends the trial. */
    public static void shadow(String bootstrapServers, Optional<PolicyPointer> pointer) {
        send(bootstrapServers, SHADOW, pointer.map(Json::encode).orElse(null));
    }

    /** Lets the published document of a pointer decide for some accounts (N8); empty: for none. */
    public static void canary(String bootstrapServers, Optional<PolicyPointer> pointer) {
        send(bootstrapServers, CANARY, pointer.map(Json::encode).orElse(null));
    }

    private static Optional<PolicyPointer> pointer(byte[] value) {
        return Optional.ofNullable(value).map(json -> Json.decode(json, PolicyPointer.class));
    }

    private static void send(String bootstrapServers, String key, byte[] value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.POLICIES.topicName(), key, value))
                    .get();
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

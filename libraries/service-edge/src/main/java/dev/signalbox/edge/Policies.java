package dev.signalbox.edge;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.PolicyPointer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyChoice;
import dev.signalbox.decisions.policy.PolicyDocument;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Every policy that was ever published, and which one is active. Ready once there is an active one. */
@Default
@Readiness
@ApplicationScoped
public class Policies implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(Policies.class);
    private static final String ACTIVE = "active";
    private static final String SHADOW = "shadow";
    private static final String CANARY = "canary";

    private final Map<String, CompletableFuture<PolicyDocument>> documents = new ConcurrentHashMap<>();
    private final Map<String, Activation> activations = new ConcurrentHashMap<>();
    private final ReferenceTopics topics;
    private volatile ReferenceTopic reading;
    private volatile String activeHash;
    private volatile PolicyPointer shadow;
    private volatile PolicyPointer canary;

    Policies(ReferenceTopics topics) {
        this.topics = topics;
    }

    void start(@Observes StartupEvent started) {
        reading = topics.read(Topic.POLICIES, this::read);
    }

    /** A policy became active at that moment, by the clock of whoever published it. */
    public record Activation(String hash, Instant at) {}

    /** Which policy is active since when, if that is known for sure: not before everything that was there is read. */
    public Optional<Activation> activation() {
        String hash = activeHash;
        ReferenceTopic topic = reading;
        return hash == null || topic == null || !topic.caughtUp()
                ? Optional.empty()
                : Optional.ofNullable(activations.get(hash));
    }

    /** When that policy became active last, if this replica knows. */
    public Optional<Activation> activation(String hash) {
        return Optional.ofNullable(activations.get(hash));
    }

    /** Whether that policy is tried on some accounts now. */
    public boolean isCanary(String hash) {
        PolicyPointer pointer = canary;
        return pointer != null && pointer.hash().equals(hash);
    }

    /** The policy with this hash; waits until it has arrived. */
    public Uni<PolicyDocument> named(String hash) {
        return Uni.createFrom().completionStage(() -> document(hash));
    }

    /** The policy with this hash, if it has arrived. */
    public Optional<PolicyDocument> find(String hash) {
        CompletableFuture<PolicyDocument> document = documents.get(hash);
        return document == null ? Optional.empty() : Optional.ofNullable(document.getNow(null));
    }

    /** The active policy, if it has arrived. */
    public Optional<PolicyDocument> current() {
        String hash = activeHash;
        return hash == null ? Optional.empty() : find(hash);
    }

    /** The policy that is tried out beside the active one (S78), if there is one and it has arrived. */
    public Optional<PolicyDocument> shadow() {
        PolicyPointer pointer = shadow;
        return pointer == null ? Optional.empty() : find(pointer.hash());
    }

    /** The active policy; waits until there is one. */
    public Uni<PolicyDocument> active() {
        return Uni.createFrom()
                .item(() -> activeHash)
                .onItem()
                .ifNull()
                .failWith(() -> new NoActivePolicy())
                .onFailure(NoActivePolicy.class)
                .retry()
                .withBackOff(java.time.Duration.ofMillis(100), java.time.Duration.ofSeconds(1))
                .indefinitely()
                .chain(this::named);
    }

    /** Which policy decides for which account now; waits until there is an active one. */
    public Uni<PolicyChoice> choice() {
        return active().map(active -> {
            PolicyPointer pointer = canary;
            return new PolicyChoice(
                    active,
                    pointer == null ? null : find(pointer.hash()).orElse(null),
                    pointer == null || pointer.percent() == null ? 0 : pointer.percent());
        });
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        if (record.key().equals(SHADOW)) {
            shadow = pointer(record);
            return;
        }
        if (record.key().equals(CANARY)) {
            canary = pointer(record);
            return;
        }
        if (record.value() == null) {
            return;
        }
        if (record.key().equals(ACTIVE)) {
            String hash = Json.decode(record.value(), PolicyPointer.class).hash();
            activations.put(hash, new Activation(hash, Instant.ofEpochMilli(record.timestamp())));
            activeHash = hash;
            LOG.infof("active policy %s", activeHash);
        } else {
            PolicyDocument parsed = PolicyDocument.parse(record.value());
            if (!parsed.hash().equals(record.key())) {
                throw new IllegalArgumentException(
                        "The policy under the key " + record.key() + " has the hash " + parsed.hash());
            }
            document(parsed.hash()).complete(parsed);
        }
    }

    /** A record without a value ends the trial. */
    private static PolicyPointer pointer(ConsumerRecord<String, byte[]> record) {
        PolicyPointer pointer = record.value() == null ? null : Json.decode(record.value(), PolicyPointer.class);
        LOG.infof("%s policy %s", record.key(), pointer == null ? "none" : pointer.hash());
        return pointer;
    }

    private CompletableFuture<PolicyDocument> document(String hash) {
        return documents.computeIfAbsent(hash, unknown -> new CompletableFuture<>());
    }

    @Override
    public HealthCheckResponse call() {
        String hash = activeHash;
        boolean known = hash != null && document(hash).isDone();
        return HealthCheckResponse.named("policy")
                .status(known)
                .withData("active", hash == null ? "none yet: publish one on the topic policies" : hash)
                .build();
    }

    private static final class NoActivePolicy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

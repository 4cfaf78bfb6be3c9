package dev.signalbox.enrichment;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts reference data that came over HTTP on its topic. The topic is the one source of truth: whatever reads it, this
 * service among others, learns of the data there.
 */
@ApplicationScoped
public class ReferencePublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EventPublisher publisher;

    ReferencePublisher(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** A record of reference data, or a tombstone where the value is null. */
    public static Event record(Topic topic, String key, @Nullable Object value, Instant at) {
        byte[] json = value == null ? null : Json.encode(value);
        String id = EventIds.of(topic.topicName(), key, at.toString(), value == null ? "" : Json.text(value));
        return new Event(topic, key, id, null, at, json, null);
    }

    /** Completes when the broker has acknowledged all; 503 if that takes too long: then repeat the request. */
    public Uni<Void> publish(List<Event> records) {
        return publisher
                .publish(records)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> ProblemException.tryAgain(503, "Kafka is not available.", PATIENCE));
    }
}

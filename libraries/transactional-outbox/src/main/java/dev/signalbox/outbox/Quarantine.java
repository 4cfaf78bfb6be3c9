package dev.signalbox.outbox;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the record that keeps what could not be processed, whole and with its reason. */
@ApplicationScoped
public class Quarantine {

    private final String stage;

    Quarantine(@ConfigProperty(name = "quarkus.application.name") String stage) {
        this.stage = stage;
    }

    /** The event for {@code tickets.quarantine}; the same record always gets the same id. */
    public Event of(ConsumerRecord<String, byte[]> record, Quarantined.Reason reason, Instant at) {
        String id = EventIds.of(
                stage, record.topic(), Integer.toString(record.partition()), Long.toString(record.offset()));
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        byte[] payload = record.value() == null ? new byte[0] : record.value();
        Quarantined quarantined = new Quarantined(
                id,
                stage,
                reason,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                headers,
                payload,
                at);
        String key = record.key() == null ? id : record.key();
        return Event.fact(Topic.TICKETS_QUARANTINE, key, id, at, quarantined);
    }
}

package dev.signalbox.intake.canary;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A ticket of the reserved source {@code canary}. It is closed and imported: every station tells of it as of any other, and
 * nobody gets it, no clock of it runs, and nothing is counted of it.
 *
 * @param externalId unique, so that every partition gets its turn
 */
record CanaryTicket(String externalId, Instant createdAt) {

    private static final String SOURCE = Ticket.CANARY_SOURCE;

    static CanaryTicket hatched(Instant now) {
        return new CanaryTicket(UUID.randomUUID().toString(), now);
    }

    /** Its id, under which every topic carries it. */
    String id() {
        return SOURCE + ":" + externalId;
    }

    /** What a helpdesk would say of it. */
    ProducerRecord<String, byte[]> told() {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topic.HELPDESK_EVENTS.topicName(),
                id(),
                Json.encode(Map.of(
                        "externalId",
                        externalId,
                        "tenant",
                        SOURCE,
                        "subject",
                        "Canary",
                        "body",
                        "Watches whether the line moves.",
                        "requester",
                        Map.of("email", "canary@signalbox.invalid"),
                        "status",
                        "CLOSED",
                        "imported",
                        true,
                        "createdAt",
                        createdAt,
                        "updatedAt",
                        createdAt)));
        record.headers().add("source", SOURCE.getBytes(StandardCharsets.UTF_8));
        record.headers().add("sourcetype", "native".getBytes(StandardCharsets.UTF_8));
        return record;
    }
}

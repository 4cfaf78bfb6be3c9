package dev.signalbox.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One payload of a helpdesk as it came in.
 *
 * @param connection the configured helpdesk it came from
 * @param payload strict JSON (see {@link StrictJson})
 * @param headers lower-case names; the transport's, or those of the webhook's request
 * @param deliveryId an id that the transport gave and keeps at redelivery, or null
 * @param receivedAt the Kafka record's time, so that reading it again gives the same
 */
public record Delivery(
        Connection connection,
        JsonNode payload,
        Map<String, String> headers,
        @Nullable String deliveryId,
        Instant receivedAt) {

    /** {@code <source>:<externalId>}, the key everywhere. */
    public String ticketId(String externalId) {
        return connection.source() + ":" + externalId;
    }

    /** The transport's id, else a hash of the payload without what changes from delivery to delivery. */
    public String eventId() {
        return deliveryId != null ? deliveryId : PayloadHash.of(payload);
    }

    /** When the event happened, if its envelope says so ({@code ce_time}). */
    public @Nullable Instant eventTime() {
        String time = headers.get("ce_time");
        return time == null ? null : Moments.read(TextNode.valueOf(time));
    }

    /** The same delivery with another payload, for envelopes and lists. */
    public Delivery with(JsonNode inner) {
        return new Delivery(connection, inner, headers, deliveryId, receivedAt);
    }
}

package dev.signalbox.contracts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record to be published: CloudEvents 1.0, Kafka binary mode.
 *
 * @param id {@code ce_id}; one id always has one content
 * @param sequence {@code ce_sequence}, or null for facts that carry the source's own id
 * @param time {@code ce_time}, part of the content and so the same at every repetition
 * @param value JSON, or null for a tombstone
 * @param traceparent W3C trace context to hand on, or null
 */
public record Event(
        Topic topic,
        String key,
        String id,
        @Nullable Long sequence,
        Instant time,
        byte @Nullable [] value,
        @Nullable String traceparent) {

    /** A record of a stateful service: {@code sequence} is per ticket, without a gap. */
    public static Event sequenced(Topic topic, String key, long sequence, Instant time, Object value) {
        return new Event(topic, key, EventIds.of(topic, key, sequence), sequence, time, Json.encode(value), null);
    }

    /** A fact under the source's own id. */
    public static Event fact(Topic topic, String key, String id, Instant time, Object value) {
        return new Event(topic, key, id, null, time, Json.encode(value), null);
    }

    /** The same event within the trace of what caused it. */
    public Event within(@Nullable String trace) {
        return new Event(topic, key, id, sequence, time, value, trace);
    }

    /** The headers in the order in which they are written. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", topic.eventType());
        headers.put("ce_source", topic.source());
        headers.put("ce_time", time.toString());
        headers.put("ce_subject", key);
        headers.put("content-type", "application/json");
        if (sequence != null) {
            headers.put("ce_sequence", Long.toString(sequence));
        }
        if (traceparent != null) {
            headers.put("traceparent", traceparent);
        }
        return headers;
    }
}

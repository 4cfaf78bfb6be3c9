package dev.signalbox.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What is around a payload, taken off: a schema registry's prefix, Kafka Connect's envelope, JSON inside a JSON string,
 * CloudEvents 1.0 in binary and structured mode.
 *
 * @param headers lower-case names; attributes of a CloudEvent under {@code ce_} names in both modes
 */
record Envelope(Map<String, String> headers, JsonNode payload) {

    private static final int REGISTRY_PREFIX = 5;

    static Envelope open(Headers recordHeaders, byte @Nullable [] value) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : recordHeaders) {
            if (header.value() != null) {
                String text = new String(header.value(), StandardCharsets.UTF_8).trim();
                headers.put(header.key().toLowerCase(Locale.ROOT), text);
            }
        }
        JsonNode payload = unwrapped(StrictJson.read(withoutRegistryPrefix(value)));
        return isStructured(headers, payload) ? structured(headers, payload) : new Envelope(headers, payload);
    }

    @Nullable
    String header(String name) {
        String value = headers.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The event's own id, if the transport carries one that stays the same at redelivery. */
    @Nullable
    String deliveryId() {
        String id = header("ce_specversion") == null ? null : header("ce_id");
        return id != null ? id : header("x-atlassian-webhook-identifier");
    }

    /** {@code ce_type}, or null if this is no CloudEvent. */
    @Nullable
    String eventType() {
        return header("ce_specversion") == null ? null : header("ce_type");
    }

    /** Serializers of a schema registry write a zero byte and a schema's number before the JSON. */
    private static byte @Nullable [] withoutRegistryPrefix(byte @Nullable [] value) {
        return value != null && value.length > REGISTRY_PREFIX && value[0] == 0
                ? Arrays.copyOfRange(value, REGISTRY_PREFIX, value.length)
                : value;
    }

    private static JsonNode unwrapped(JsonNode value) {
        JsonNode inner = value;
        if (inner.isObject() && inner.size() == 2 && inner.has("schema") && inner.has("payload")) {
            inner = inner.get("payload");
        }
        if (inner.isTextual() && inner.textValue().stripLeading().startsWith("{")) {
            inner = StrictJson.read(inner.textValue().getBytes(StandardCharsets.UTF_8));
        }
        if (!inner.isObject() && !inner.isArray()) {
            throw new UnreadableRecord("NOT_AN_OBJECT", "One JSON object or a list of them is expected.", null);
        }
        return inner;
    }

    private static boolean isStructured(Map<String, String> headers, JsonNode payload) {
        return headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT).startsWith("application/cloudevents")
                || Fields.text(payload, "specversion") != null
                        && Fields.text(payload, "type") != null
                        && Fields.text(payload, "id") != null;
    }

    private static Envelope structured(Map<String, String> headers, JsonNode event) {
        for (String attribute : new String[] {"specversion", "id", "source", "type", "subject", "time"}) {
            String value = Fields.text(event, attribute);
            if (value != null) {
                headers.put("ce_" + attribute, value);
            }
        }
        for (String extension : new String[] {"sourcetype", "traceparent"}) {
            String value = Fields.text(event, extension);
            if (value != null) {
                headers.putIfAbsent(extension, value);
            }
        }
        if (event.path("data").isObject() || event.path("data").isArray()) {
            return new Envelope(headers, event.get("data"));
        }
        if (event.path("data").isTextual()) {
            return new Envelope(headers, unwrapped(event.get("data")));
        }
        String base64 = Fields.text(event, "data_base64");
        if (base64 == null) {
            throw new UnreadableRecord("NO_DATA", "A CloudEvent must have 'data' or 'data_base64'.", null);
        }
        try {
            return new Envelope(
                    headers, StrictJson.read(java.util.Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord("NOT_BASE64", "The CloudEvent's 'data_base64' is not base64.", e);
        }
    }
}

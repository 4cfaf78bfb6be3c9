package dev.signalbox.contracts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, kept whole so that it can be looked at and replayed.
 *
 * @param id names it in {@code ./signalbox quarantine}
 * @param stage the service that gave up
 * @param headers the record's headers, values as text
 * @param payload the record's bytes, base64 in JSON
 */
public record Quarantined(
        String id,
        String stage,
        Reason reason,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte[] payload,
        Instant at) {

    /** A stable code in UPPER_CASE and a sentence that says what is wrong and what is allowed. */
    public record Reason(String code, String sentence) {}
}

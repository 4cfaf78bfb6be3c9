package dev.signalbox.escalation.delivery.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import java.net.URI;
import java.util.Map;

/** A request that is ready to go; every endpoint takes a POST of JSON. */
public record Message(URI url, Map<String, String> headers, byte[] body) {

    static Message of(URI url, JsonNode body) {
        return new Message(url, Map.of("Content-Type", "application/json"), Json.encode(body));
    }
}

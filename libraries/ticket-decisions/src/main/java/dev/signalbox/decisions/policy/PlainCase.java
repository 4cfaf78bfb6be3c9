package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.signalbox.contracts.Json;
import java.time.Instant;
import java.util.List;

/** A case about which nothing is special. */
public final class PlainCase {

    private static final byte[] PLAIN = PolicyDocument.resource("/cases/plain-case.json");

    private PlainCase() {}

    /** Its fields; the ticket was created at {@code asOf}. */
    public static ObjectNode at(Instant asOf, String policyVersion) {
        ObjectNode plain = (ObjectNode) Json.tree(PLAIN);
        plain.put("asOf", asOf.toString()).put("policyVersion", policyVersion);
        createdAt(plain, TextNode.valueOf(asOf.toString()));
        return plain;
    }

    /** Sets all times of the ticket. */
    public static void createdAt(ObjectNode plain, JsonNode time) {
        ObjectNode ticket = (ObjectNode) plain.get("ticket");
        List.of("createdAt", "updatedAt", "receivedAt").forEach(field -> ticket.set(field, time));
    }

    /** Puts what is given, however little it is, in the place of what is plain. */
    public static void fill(ObjectNode target, ObjectNode given) {
        given.properties().forEach(field -> {
            JsonNode before = target.get(field.getKey());
            JsonNode value = field.getValue();
            if (before instanceof ObjectNode inner && value instanceof ObjectNode changes) {
                fill(inner, changes);
            } else if (!value.isNull()) {
                target.set(field.getKey(), value);
            }
        });
    }
}

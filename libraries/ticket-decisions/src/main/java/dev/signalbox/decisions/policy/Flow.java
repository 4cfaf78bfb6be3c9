package dev.signalbox.decisions.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Parts of a document in one line of YAML. */
final class Flow {

    private static final int LONGEST = 120;

    private Flow() {}

    /** The whole of it. */
    static String of(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(field -> parts.add(field.getKey() + ": " + of(field.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (node.isArray()) {
            node.forEach(element -> parts.add(of(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        return node.asText();
    }

    /** As much of it as fits into a message. */
    static String shortened(JsonNode node) {
        String whole = of(node);
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - 3) + "...";
    }

    static boolean isShort(JsonNode node) {
        return of(node).length() <= LONGEST;
    }
}

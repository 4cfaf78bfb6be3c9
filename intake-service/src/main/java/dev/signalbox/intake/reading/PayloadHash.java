package dev.signalbox.intake.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** Identity of a payload that has no id of its own. The order of fields and the time of delivery do not count. */
final class PayloadHash {

    private static final Set<String> CHANGES_WITH_DELIVERY = Set.of(
            "delivery_attempts", "delivery_status", "delivered_at", "first_sent_at", "delivery_id", "retry_count");

    private PayloadHash() {}

    static String of(JsonNode payload) {
        MessageDigest sha256 = sha256();
        add(sha256, payload, true);
        return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    }

    private static void add(MessageDigest digest, JsonNode node, boolean root) {
        if (node.isObject()) {
            digest.update((byte) '{');
            Set<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!root || !CHANGES_WITH_DELIVERY.contains(name)) {
                    add(digest, name);
                    add(digest, node.get(name), false);
                }
            }
            digest.update((byte) '}');
        } else if (node.isArray()) {
            digest.update((byte) '[');
            node.forEach(element -> add(digest, element, false));
            digest.update((byte) ']');
        } else {
            digest.update((byte) (node.isTextual() ? '"' : ' '));
            add(digest, node.asText());
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

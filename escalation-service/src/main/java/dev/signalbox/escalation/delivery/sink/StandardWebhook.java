package dev.signalbox.escalation.delivery.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Standard Webhooks 1.0: signed with HMAC-SHA256 by every secret that is configured, so that a receiver may change from
 * one to the other at any time. {@code data} is the record of the topic.
 */
final class StandardWebhook implements Sink {

    /** The specification's limit; where it would be passed, the handoff package is left out. */
    static final int LARGEST_BODY = 20_000;

    @Override
    public boolean hears(Escalation change) {
        return true;
    }

    @Override
    public void require(Target target) {
        if (target.secrets().isEmpty()) {
            throw new IllegalArgumentException("secrets are missing: whsec_ and base64 of 24 to 64 bytes each");
        }
        target.secrets().forEach(WebhookSecret::parse);
    }

    @Override
    public Message message(Target target, Notice notice) {
        byte[] body = body(notice.escalation());
        long timestamp = notice.attemptAt().getEpochSecond();
        String signatures = target.secrets().stream()
                .map(WebhookSecret::parse)
                .map(secret -> secret.sign(notice.eventId(), timestamp, body))
                .collect(Collectors.joining(" "));
        return new Message(
                target.url(),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        notice.eventId(),
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        signatures),
                body);
    }

    private record Body(String type, Instant timestamp, Escalation data) {}

    private static byte[] body(Escalation escalation) {
        String type = "escalation." + escalation.change().name().toLowerCase(Locale.ROOT);
        byte[] body = Json.encode(new Body(type, escalation.at(), escalation));
        return body.length <= LARGEST_BODY ? body : withoutPackage(body);
    }

    private static byte[] withoutPackage(byte[] body) {
        JsonNode whole = Json.tree(body);
        ((ObjectNode) whole.path("data")).putNull("handoff");
        return Json.encode(whole);
    }

    /** Everything but success is tried again, 410 ends it (Standard Webhooks). */
    @Override
    public Verdict verdict(int status) {
        if (Sink.isSuccess(status)) {
            return Verdict.DELIVERED;
        }
        return status == 410 ? Verdict.GONE : Verdict.FAILED;
    }

    @Override
    public int concurrency() {
        return 8;
    }
}

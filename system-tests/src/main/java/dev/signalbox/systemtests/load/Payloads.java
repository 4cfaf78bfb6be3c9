package dev.signalbox.systemtests.load;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.TicketStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Records in Signalbox's own format. */
final class Payloads {

    /** The helpdesk connection of the whole run. */
    static final String SOURCE = "native";

    private Payloads() {}

    static String ticketId(String externalId) {
        return SOURCE + ":" + externalId;
    }

    static byte[] ticket(String externalId, Texts text, String organizationId, Instant createdAt) {
        return Json.encode(Map.of(
                "externalId", externalId,
                "subject", text.subject(),
                "body", text.body(),
                "organizationId", organizationId,
                "requester", Map.of("email", "someone@customer.example"),
                "createdAt", createdAt.toString()));
    }

    static byte[] activity(
            String ticketId, String activityId, ActivityKind kind, Instant at, String who, Random random) {
        Map<String, Object> activity = new LinkedHashMap<>();
        activity.put("ticketId", ticketId);
        activity.put("activityId", activityId);
        activity.put("kind", kind.name());
        activity.put("at", at.toString());
        activity.put("public", true);
        Actor.Kind actor = kind == ActivityKind.CUSTOMER_REPLIED ? Actor.Kind.CUSTOMER : Actor.Kind.AGENT;
        activity.put("actor", Map.of("kind", actor.name(), "id", who));
        switch (kind) {
            case SOLVED -> activity.put("status", TicketStatus.SOLVED.name());
            case REOPENED -> activity.put("status", TicketStatus.OPEN.name());
            default -> activity.put("text", Texts.reply(random));
        }
        return Json.encode(activity);
    }

    static Map<String, String> ticketHeaders() {
        return Map.of("source", SOURCE);
    }

    static Map<String, String> activityHeaders(String activityId) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                activityId,
                "ce_type",
                "signalbox.activity.v1",
                "ce_source",
                SOURCE,
                "content-type",
                "application/json",
                "source",
                SOURCE);
    }
}

package dev.signalbox.intake;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The events of {@code tickets.raw} and {@code tickets.activity}. Their {@code ce_id} is made of the source's own event
 * id and of the content: a source that tells an event twice, at two times, gives two ids, and the consumers see by
 * {@code eventId} or {@code activityId} that it is one; one {@code ce_id} always has one content.
 */
public final class Publication {

    private Publication() {}

    public static Event of(Ticket ticket) {
        return event(Topic.TICKETS_RAW, ticket.id(), ticket.eventId(), ticket.updatedAt(), ticket);
    }

    public static Event of(Activity activity) {
        return event(Topic.TICKETS_ACTIVITY, activity.ticketId(), activity.activityId(), activity.at(), activity);
    }

    private static Event event(Topic topic, String key, String sourceId, Instant time, Object value) {
        byte[] json = Json.encode(value);
        String id = EventIds.of(topic.topicName(), key, sourceId, hash(json));
        return new Event(topic, key, id, null, time, json, null);
    }

    public static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static String hash(String content) {
        return hash(content.getBytes(StandardCharsets.UTF_8));
    }
}

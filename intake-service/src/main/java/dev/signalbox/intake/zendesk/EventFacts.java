package dev.signalbox.intake.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What both forms of a Zendesk event say.
 *
 * @param type for example {@code ticket.status_changed}
 * @param id the event's id
 * @param ticket the ticket after the event; {@code ticket.*} webhooks have its text, EventBridge has not
 * @param event what is particular to the type: {@code current}, {@code previous}, {@code comment}, ...
 * @param actor the id of who did it
 */
record EventFacts(
        String type,
        @Nullable String id,
        @Nullable Instant at,
        JsonNode ticket,
        JsonNode event,
        @Nullable String actor) {

    private static final String PREFIX = "zen:event-type:";

    static EventFacts ofWebhook(JsonNode payload) {
        JsonNode detail = payload.path("detail");
        String type = Objects.requireNonNull(Fields.text(payload, "type"));
        return new EventFacts(
                type.substring(PREFIX.length()).toLowerCase(Locale.ROOT),
                Fields.text(payload, "id"),
                Moments.any(payload, "time"),
                detail,
                payload.path("event"),
                Fields.text(detail, "actor_id"));
    }

    /** {@code Agent Assignment Changed}, {@code Comment Created}, {@code Ticket Merged} and so on. */
    static EventFacts ofIntegration(JsonNode envelope, JsonNode event) {
        String words = Objects.requireNonNull(Fields.word(event, "type"));
        String name = words.replaceFirst("^ticket ", "")
                .replaceFirst("^marked$", "marked_as_spam")
                .replace(' ', '_');
        String own = Fields.text(envelope, "id");
        JsonNode sequence = event.path("meta").path("sequence");
        String inSequence = Fields.text(sequence, "id");
        return new EventFacts(
                "ticket." + (name.equals("comment_created") ? "comment_added" : name),
                own != null || inSequence == null ? own : inSequence + ":" + Fields.text(sequence, "position"),
                Moments.any(event.path("meta"), "occurred_at"),
                event.path("ticket"),
                event,
                Fields.text(event, "meta", "actor_id"));
    }

    @Nullable
    String current() {
        return Fields.text(event, "current");
    }

    @Nullable
    String previous() {
        return Fields.text(event, "previous");
    }
}

package dev.signalbox.intake.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
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
    private static final String SUBJECT = "zen:ticket:";
    private static final Pattern CAMEL_CASE = Pattern.compile("([a-z])([A-Z])");

    static EventFacts ofWebhook(JsonNode payload) {
        String type = Objects.requireNonNull(Fields.text(payload, "type")).substring(PREFIX.length());
        JsonNode detail = payload.path("detail").isObject() ? payload.path("detail") : payload.path("ticket");
        return new EventFacts(
                CAMEL_CASE
                        .matcher(type)
                        .replaceAll("$1_$2")
                        .toLowerCase(Locale.ROOT)
                        .replace(".ticket_", "."),
                Fields.text(payload, "id"),
                Moments.any(payload, "time"),
                withId(detail, Fields.text(payload, "subject")),
                payload.path("event"),
                Fields.text(detail, "actor_id"));
    }

    /** The ticket's id is in the detail and, as {@code zen:ticket:5158}, in the event's subject. */
    private static JsonNode withId(JsonNode detail, @Nullable String subject) {
        if (subject == null || !subject.startsWith(SUBJECT) || Fields.text(detail, "id") != null) {
            return detail;
        }
        ObjectNode complete = detail.isObject() ? detail.deepCopy() : JsonNodeFactory.instance.objectNode();
        return complete.put("id", subject.substring(SUBJECT.length()));
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

package dev.signalbox.intake.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.PlainText;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.TicketDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket under all the names that its fields have: {@code detail} of an event, the REST API's, or what somebody wrote
 * into a trigger's webhook, there also flat and with {@code ticket_} before the names.
 */
final class TicketDocument {

    private final Delivery delivery;
    private final JsonNode ticket;

    TicketDocument(Delivery delivery, JsonNode ticket) {
        this.delivery = delivery;
        this.ticket = ticket;
    }

    boolean hasId() {
        return any("id", "ticket_id") != null;
    }

    String id() {
        return Fields.required(any("id", "ticket_id"), "NO_TICKET_ID", "A Zendesk ticket must have 'id'.");
    }

    boolean hasText() {
        return any("subject", "title", "description", "body") != null;
    }

    /** Whether a comment is the description once more: the same words within a minute of the ticket's creation. */
    boolean isDescription(String text, @Nullable Instant at) {
        Instant created = Moments.any(ticket, "created_at");
        boolean atOnce = created == null
                || at == null
                || Duration.between(created, at).abs().compareTo(Duration.ofMinutes(1)) < 0;
        return atOnce && !text.isEmpty() && oneLine(text).equals(oneLine(body()));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Nullable
    String requesterId() {
        String id = Fields.id(ticket, "requester_id");
        return id != null ? id : Fields.id(ticket, "requester", "id");
    }

    TicketStatus status() {
        return Words.status(any("status"));
    }

    /** A snapshot, the rating that the REST API has in it, and the comment that a trigger may have put beside it. */
    List<Reading> whole() {
        List<Reading> all = new ArrayList<>();
        all.add(snapshot(null, null));
        Integer points = Words.rating(Fields.text(ticket, "satisfaction_rating", "score"));
        if (points != null) {
            String id = Fields.id(ticket, "satisfaction_rating", "id");
            all.add(new ActivityDraft(
                            delivery,
                            id(),
                            ActivityKind.RATED,
                            "rating:" + (id == null ? id() + ":" + points : id),
                            updated())
                    .by(Actor.Kind.CUSTOMER, requesterId(), null)
                    .rating(points)
                    .told());
        }
        JsonNode comment = delivery.payload().path("comment");
        if (comment.path("author").isObject()) {
            all.add(new Comment(delivery, this, comment).told(Moments.any(comment, "created_at")));
        }
        return all;
    }

    Reading snapshot(@Nullable String eventId, @Nullable Instant at) {
        JsonNode requester = ticket.path("requester");
        String asText = Fields.text(requester);
        boolean isAddress = asText != null && asText.contains("@");
        Instant updated = updated();
        TicketDraft draft = new TicketDraft(delivery, id())
                .event(eventId)
                .url(url())
                .channel(Words.channel(via()))
                .subject(PlainText.of(any("subject", "title", "raw_subject")))
                .body(body())
                .place(Fields.anyText(ticket, "language", "locale"), null, null)
                .tags(Fields.words(ticket.path(ticket.has("ticket_tags") ? "ticket_tags" : "tags"), "[\\s,]+"))
                .requester(
                        requesterId(),
                        isAddress ? null : firstOf(asText, Fields.text(requester, "name"), any("requester_name")),
                        isAddress ? asText : firstOf(Fields.text(requester, "email"), any("requester_email"), sender()),
                        firstOf(Fields.text(requester, "role_at_company"), Fields.text(requester, "title"), null))
                .organization(firstOf(
                        Fields.id(ticket, "organization_id"),
                        Fields.id(ticket, "organization", "id"),
                        Fields.id(requester, "organization_id")))
                .priority(any("priority"))
                .status(status(), assignee())
                .times(
                        Moments.any(ticket, "created_at", "created_at_with_timestamp", "ticket_created_at"),
                        updated != null ? updated : at)
                .field("type", Fields.word(ticket, "type"))
                .field("brand", Fields.anyText(ticket, "brand_id", "brand"))
                .field("group", Fields.anyText(ticket, "group_id", "group"))
                .field("externalId", Fields.text(ticket, "external_id"))
                .field("customStatus", Fields.anyText(ticket, "custom_status", "custom_status_id"));
        for (JsonNode field : ticket.path("custom_fields")) {
            String name = Fields.text(field, "id");
            if (name != null) {
                draft.field("custom." + name, Fields.text(field, "value"));
            }
        }
        return draft.told();
    }

    private String body() {
        String text = Fields.rawText(ticket, "description", "ticket_description", "body");
        return PlainText.of(text);
    }

    private @Nullable Instant updated() {
        return Moments.any(ticket, "updated_at", "updated_at_with_timestamp", "ticket_updated_at");
    }

    private @Nullable String any(String... names) {
        String found = Fields.anyText(ticket, names);
        for (int i = 0; found == null && i < names.length; i++) {
            found = Fields.text(ticket, "ticket_" + names[i]);
        }
        return found;
    }

    private @Nullable String via() {
        String channel = Fields.text(ticket, "via", "channel");
        return channel != null ? channel : Fields.text(ticket, "via");
    }

    /** Who an e-mail came from, where the REST API shows it. */
    private @Nullable String sender() {
        return Fields.text(ticket, "via", "source", "from", "address");
    }

    private @Nullable String assignee() {
        return firstOf(
                Fields.id(ticket, "assignee_id"),
                Fields.id(ticket, "assignee", "id"),
                Fields.text(ticket, "assignee", "email"));
    }

    /** The REST API's address is for programs; the agent's page has another form. */
    private @Nullable String url() {
        String url = any("url", "link");
        if (url == null) {
            return null;
        }
        String page = url.replaceFirst("/api/v2/tickets/(\\d+)\\.json$", "/agent/tickets/$1");
        return page.startsWith("http") ? page : "https://" + page;
    }

    private static @Nullable String firstOf(@Nullable String a, @Nullable String b, @Nullable String c) {
        return a != null ? a : b != null ? b : c;
    }
}

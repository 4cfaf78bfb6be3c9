package dev.signalbox.intake.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.PlainText;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.TicketDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket: its text is in attributes with reserved names, its history in parts. */
final class CustomerTicket {

    private static final String TITLE = "_default_title_";
    private static final String DESCRIPTION = "_default_description_";

    private final Delivery delivery;
    private final JsonNode ticket;

    CustomerTicket(Delivery delivery, JsonNode ticket) {
        this.delivery = delivery;
        this.ticket = ticket;
    }

    private String id() {
        return Fields.required(Fields.text(ticket, "id"), "NO_TICKET_ID", "An Intercom ticket must have 'id'.");
    }

    Reading snapshot() {
        JsonNode attributes = ticket.path("ticket_attributes");
        JsonNode contact = ticket.path("contacts").path("contacts").path(0);
        String email = Fields.text(contact, "email");
        TicketDraft draft = new TicketDraft(delivery, id())
                .event(Fields.text(delivery.payload(), "topic") == null ? null : Fields.text(delivery.payload(), "id"))
                .url(Fields.text(ticket, "links", "conversation_web"))
                .channel("email".equals(Fields.word(ticket, "channel")) ? Channel.EMAIL : channel())
                .subject(PlainText.of(Fields.text(attributes, TITLE)))
                .body(PlainText.of(Fields.rawText(attributes, DESCRIPTION)))
                .requester(
                        Fields.id(contact, "id"),
                        Fields.text(contact, "name"),
                        email != null ? email : emailFromParts(Fields.id(contact, "id")),
                        null)
                .organization(Fields.id(ticket, "company_id"))
                .tags(Fields.words(ticket.path("tags").path("tags"), ","))
                .status(status(), Fields.id(ticket, "admin_assignee_id"))
                .times(Moments.any(ticket, "created_at"), Moments.any(ticket, "updated_at"))
                .field("number", Fields.text(ticket, "ticket_id"))
                .field("type", Fields.text(ticket, "ticket_type", "name"))
                .field("category", Fields.text(ticket, "category"))
                .field("team", Fields.id(ticket, "team_assignee_id"));
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            if (!attribute.getKey().equals(TITLE) && !attribute.getKey().equals(DESCRIPTION)) {
                draft.field(attribute.getKey(), Fields.text(attribute.getValue()));
            }
        }
        return draft.told();
    }

    List<Reading> part(JsonNode part, String topic) {
        return new Part(delivery, id(), part, topic).read(() -> null);
    }

    List<Reading> allParts() {
        List<Reading> all = new ArrayList<>();
        ticket.path("ticket_parts").path("ticket_parts").forEach(part -> all.addAll(part(part, "")));
        return all;
    }

    /** A notification without its own part carries the whole history; new is what has the latest time. */
    List<Reading> latestParts(String topic) {
        if (topic.startsWith("ticket.rating")) {
            return rating();
        }
        List<Reading> all = new ArrayList<>();
        Instant latest = null;
        for (JsonNode part : ticket.path("ticket_parts").path("ticket_parts")) {
            Instant at = Moments.any(part, "created_at");
            if (latest == null || at != null && at.isAfter(latest)) {
                latest = at;
                all.clear();
            }
            if (Objects.equals(at, latest)) {
                all.addAll(part(part, topic));
            }
        }
        return withoutRepetition(all);
    }

    /** Closing also sets the state, in a part of its own: solved once, not twice. */
    private static List<Reading> withoutRepetition(List<Reading> all) {
        Set<ActivityKind> seen = EnumSet.noneOf(ActivityKind.class);
        return all.stream()
                .filter(one -> !(one instanceof Reading.ActivityTold told)
                        || seen.add(told.activity().kind()))
                .toList();
    }

    private List<Reading> rating() {
        JsonNode rating =
                ticket.path("ticket_rating").isObject() ? ticket.path("ticket_rating") : ticket.path("rating");
        int stars = rating.path("rating").asInt();
        if (stars < 1 || stars > 5) {
            return List.of();
        }
        Instant at = Moments.any(rating, "created_at", "updated_at");
        return List.of(new ActivityDraft(delivery, id(), ActivityKind.RATED, "rating:" + id() + ":" + stars, at)
                .by(Actor.Kind.CUSTOMER, null, null)
                .rating((stars - 1) * 25)
                .told());
    }

    private Channel channel() {
        return Fields.text(ticket, "channel") == null ? Channel.PORTAL : Channel.CHAT;
    }

    private TicketStatus status() {
        JsonNode state = ticket.path("ticket_state");
        String category = state.isObject() ? Fields.word(state, "category") : Fields.word(state);
        TicketStatus told = TicketState.of(category);
        if (told == TicketStatus.NEW && Fields.id(ticket, "admin_assignee_id") != null) {
            return TicketStatus.OPEN;
        }
        if (Fields.isFalse(ticket, "open") && told != TicketStatus.SOLVED) {
            return TicketStatus.CLOSED;
        }
        return told == null ? TicketStatus.OPEN : told;
    }

    /** Contacts come without an address; what the contact wrote has it. */
    private @Nullable String emailFromParts(@Nullable String contactId) {
        for (JsonNode part : ticket.path("ticket_parts").path("ticket_parts")) {
            JsonNode author = part.path("author");
            if (contactId != null && contactId.equals(Fields.text(author, "id")) && Part.isCustomer(author)) {
                return Fields.text(author, "email");
            }
        }
        return null;
    }
}

package dev.signalbox.intake.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Helpdesk;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Tells Intercom's topics apart. */
@ApplicationScoped
public class Intercom implements Helpdesk {

    private static final Set<String> NOTES = Set.of("conversation.admin.noted", "ticket.note.created");
    private static final Set<String> IRRELEVANT = Set.of(
            "conversation.read",
            "conversation.contact.attached",
            "conversation.contact.detached",
            "conversation_part.redacted",
            "conversation_part.tag.created",
            "ticket.contact.attached",
            "ticket.contact.detached",
            "conversation.rating.remarked");

    @Override
    public String kind() {
        return "intercom";
    }

    @Override
    public boolean recognises(JsonNode payload) {
        String type = Fields.text(payload, "type");
        return "notification_event".equals(type)
                || "conversation".equals(type) && (payload.has("source") || payload.has("conversation_message"))
                || "ticket".equals(type) && payload.has("ticket_attributes");
    }

    @Override
    public Reading read(Delivery delivery) {
        JsonNode payload = delivery.payload();
        String topic = Fields.word(payload, "topic");
        if (topic != null) {
            return notification(delivery, topic);
        }
        String type = Objects.requireNonNullElse(Fields.text(payload, "type"), "");
        return switch (type) {
            case "conversation" -> whole(new Conversation(delivery, payload));
            case "ticket" -> whole(new CustomerTicket(delivery, payload));
            case "conversation.list" -> list(delivery, payload.path("conversations"));
            case "ticket.list" -> list(delivery, payload.path("tickets"));
            default ->
                Reading.refused(
                        "UNKNOWN_SHAPE",
                        "Not an Intercom notification (field 'topic') nor a 'conversation' or 'ticket' of the REST API.");
        };
    }

    private Reading list(Delivery delivery, JsonNode items) {
        List<Reading> all = new ArrayList<>();
        items.forEach(item -> all.add(read(delivery.with(item))));
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    private static Reading notification(Delivery delivery, String topic) {
        if (topic.equals("ping")) {
            return Reading.skipped(Skip.TEST_EVENT);
        }
        if (!topic.startsWith("conversation") && !topic.startsWith("ticket.")) {
            return Reading.skipped(Skip.NOT_A_TICKET);
        }
        if (NOTES.contains(topic)) {
            return Reading.skipped(Skip.PRIVATE_NOTE);
        }
        if (IRRELEVANT.contains(topic)) {
            return Reading.skipped(Skip.NOTHING_FOR_US);
        }
        JsonNode item = delivery.payload().path("data").path("item");
        if (!item.isObject()) {
            return Reading.refused("NO_ITEM", "An Intercom notification must have the object 'data.item'.");
        }
        if (topic.startsWith("ticket.")) {
            return ticket(delivery, topic, item);
        }
        return topic.equals("conversation.deleted") ? deleted(delivery, item) : conversation(delivery, topic, item);
    }

    private static Reading conversation(Delivery delivery, String topic, JsonNode item) {
        Conversation conversation = new Conversation(delivery, item);
        if (topic.equals("conversation.admin.single.created")) {
            return Reading.skipped(Skip.OUTBOUND);
        }
        List<Reading> all = new ArrayList<>();
        all.add(conversation.snapshot());
        if (!topic.equals("conversation.user.created")) {
            all.addAll(conversation.parts(topic));
        }
        if (topic.equals("conversation.operator.replied") && conversation.onlySkips(all)) {
            return Reading.skipped(Skip.BOT);
        }
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    private static Reading ticket(Delivery delivery, String topic, JsonNode item) {
        JsonNode inner = item.path("ticket").isObject() ? item.path("ticket") : item;
        CustomerTicket ticket = new CustomerTicket(delivery, inner);
        List<Reading> all = new ArrayList<>();
        all.add(ticket.snapshot());
        JsonNode part = item.path("ticket_part");
        if (part.isObject()) {
            all.addAll(ticket.part(part, topic));
        } else if (!topic.equals("ticket.created")) {
            all.addAll(ticket.latestParts(topic));
        }
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    private static Reading deleted(Delivery delivery, JsonNode item) {
        String id = Fields.required(
                Fields.anyText(item, "conversation_id", "id"),
                "NO_TICKET_ID",
                "An Intercom conversation must have 'id'.");
        return new ActivityDraft(
                        delivery,
                        id,
                        ActivityKind.STATUS_CHANGED,
                        "deleted:" + id,
                        Moments.any(delivery.payload(), "created_at"))
                .by(Actor.Kind.AGENT, null, null)
                .status(TicketStatus.CLOSED)
                .told();
    }

    private static Reading whole(Conversation conversation) {
        List<Reading> all = new ArrayList<>();
        all.add(conversation.snapshot());
        all.addAll(conversation.parts(""));
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    private static Reading whole(CustomerTicket ticket) {
        List<Reading> all = new ArrayList<>();
        all.add(ticket.snapshot());
        all.addAll(ticket.allParts());
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }
}

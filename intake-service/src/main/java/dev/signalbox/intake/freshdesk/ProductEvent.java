package dev.signalbox.intake.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import dev.signalbox.intake.reading.StatusChange;
import java.util.ArrayList;
import java.util.List;

/** An event of the Freshworks app platform: {@code onTicketCreate}, {@code onTicketUpdate}, {@code onConversationCreate}. */
final class ProductEvent {

    private final Delivery delivery;
    private final JsonNode data;
    private final String event;

    ProductEvent(Delivery delivery) {
        this.delivery = delivery;
        this.data = delivery.payload().path("data");
        this.event = delivery.payload().path("event").asText();
    }

    Reading read() {
        if (data.path("conversation").isObject()) {
            return event.endsWith("Create")
                    ? new Conversation(delivery, data.path("conversation"), null).told()
                    : Reading.skipped(Skip.NOTHING_FOR_US);
        }
        if (!data.path("ticket").isObject()) {
            return Reading.skipped(Skip.NOT_A_TICKET);
        }
        ObjectNode whole = data.path("ticket").deepCopy();
        if (data.path("requester").isObject()) {
            whole.set("requester", data.path("requester"));
        }
        RestTicket ticket = new RestTicket(delivery, whole);
        if (event.equals("onTicketDelete")) {
            return draft(ticket, ActivityKind.STATUS_CHANGED)
                    .status(TicketStatus.CLOSED)
                    .told();
        }
        List<Reading> all = new ArrayList<>();
        all.add(ticket.snapshot());
        changes(ticket, all);
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    private void changes(RestTicket ticket, List<Reading> all) {
        JsonNode changes = data.path("ticket").path("changes");
        JsonNode status = changes.path("status");
        if (status.isArray()) {
            TicketStatus to = Words.status(Fields.text(status.path(1)));
            all.add(draft(ticket, StatusChange.kind(Words.status(Fields.text(status.path(0))), to))
                    .status(to)
                    .told());
        }
        JsonNode priority = changes.path("priority");
        if (priority.isArray()) {
            all.add(draft(ticket, ActivityKind.PRIORITY_CHANGED)
                    .priority(Words.priority(Fields.text(priority.path(1))))
                    .told());
        }
        JsonNode agent = changes.path("responder_id");
        if (agent.isArray()) {
            all.add(draft(ticket, ActivityKind.ASSIGNED)
                    .assignee(Fields.id(agent.path(1)))
                    .told());
        }
    }

    private ActivityDraft draft(RestTicket ticket, ActivityKind kind) {
        String actor = Fields.word(data, "actor", "type");
        Actor.Kind who = "system".equals(actor)
                ? Actor.Kind.SYSTEM
                : "requester".equals(actor) || "contact".equals(actor) ? Actor.Kind.CUSTOMER : Actor.Kind.AGENT;
        return new ActivityDraft(
                        delivery,
                        ticket.id(),
                        kind,
                        delivery.eventId() + ":" + kind,
                        Moments.read(delivery.payload().path("timestamp")))
                .by(who, Fields.id(data, "actor", "id"), Fields.text(data, "actor", "email"));
    }
}

package dev.signalbox.intake.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Helpdesk;
import dev.signalbox.intake.reading.Reading;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells Freshdesk's shapes apart. */
@ApplicationScoped
public class Freshdesk implements Helpdesk {

    @Override
    public String kind() {
        return "freshdesk";
    }

    @Override
    public boolean recognises(JsonNode payload) {
        return payload.path("freshdesk_webhook").isObject()
                || payload.path("description_text").isTextual()
                        && payload.path("status").isInt()
                        && payload.path("priority").isInt();
    }

    @Override
    public Reading read(Delivery delivery) {
        JsonNode payload = delivery.payload();
        if (payload.path("freshdesk_webhook").isObject()) {
            return new AutomationWebhook(delivery, payload.path("freshdesk_webhook")).read();
        }
        if (payload.path("event").isTextual() && payload.path("data").isObject()) {
            return new ProductEvent(delivery).read();
        }
        if (payload.path("ticket").isObject()) {
            return new RestTicket(delivery, payload.path("ticket")).read();
        }
        if (payload.path("conversation").isObject()) {
            return new Conversation(delivery, payload.path("conversation"), null).told();
        }
        if (payload.path("ratings").isObject() && payload.has("ticket_id")) {
            return Satisfaction.read(delivery);
        }
        if (payload.has("incoming") && payload.has("ticket_id")) {
            return new Conversation(delivery, payload, null).told();
        }
        if (payload.has("ticket_id")) {
            return new AutomationWebhook(delivery, payload).read();
        }
        if (Fields.id(payload, "id") != null && (payload.has("subject") || payload.has("description"))) {
            return new RestTicket(delivery, payload).read();
        }
        return Reading.refused(
                "UNKNOWN_SHAPE",
                "Not a Freshdesk automation webhook ('freshdesk_webhook' or 'ticket_id'), nor a ticket ('id' and"
                        + " 'subject') or conversation ('ticket_id' and 'incoming') of the REST API.");
    }
}

package dev.signalbox.intake.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Helpdesk;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells Zendesk's shapes apart. */
@ApplicationScoped
public class Zendesk implements Helpdesk {

    @Override
    public String kind() {
        return "zendesk";
    }

    @Override
    public boolean recognises(JsonNode payload) {
        String type = Fields.text(payload, "type");
        String url = Fields.text(payload.path("ticket").isObject() ? payload.path("ticket") : payload, "url");
        return type != null && type.startsWith("zen:event-type:")
                || integrationEvent(payload) != null
                || url != null && url.contains("/api/v2/tickets/");
    }

    @Override
    public Reading read(Delivery delivery) {
        JsonNode payload = delivery.payload();
        String type = Fields.text(payload, "type");
        if (type != null && type.startsWith("zen:event-type:")) {
            return new TicketEvent(delivery, EventFacts.ofWebhook(payload)).read();
        }
        JsonNode integration = integrationEvent(payload);
        if (integration != null) {
            return new TicketEvent(delivery, EventFacts.ofIntegration(payload, integration)).read();
        }
        if (payload.path("tickets").isArray()) {
            List<Reading> all = new ArrayList<>();
            payload.path("tickets")
                    .forEach(ticket -> all.addAll(new TicketDocument(delivery.with(ticket), ticket).whole()));
            return Reading.of(all, Skip.NOTHING_FOR_US);
        }
        JsonNode ticket = payload.path("ticket").isObject() ? payload.path("ticket") : payload;
        TicketDocument document = new TicketDocument(delivery, ticket);
        if (document.hasId()) {
            return Reading.of(document.whole(), Skip.NOTHING_FOR_US);
        }
        return Reading.refused(
                "UNKNOWN_SHAPE",
                "Not a Zendesk event ('type' that begins with 'zen:event-type:'), nor a ticket with 'id' of the REST"
                        + " API or of a trigger's webhook.");
    }

    /** The event inside the envelopes of Amazon EventBridge and the integration services. */
    private static @Nullable JsonNode integrationEvent(JsonNode payload) {
        for (JsonNode place : List.of(
                payload.path("detail").path("ticket_event"),
                payload.path("input").path("ticket_event"),
                payload.path("ticket_event"),
                payload.path("content"))) {
            if (place.path("ticket").isObject() && Fields.text(place, "type") != null) {
                return place;
            }
        }
        return null;
    }
}

package dev.signalbox.intake.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.PlainText;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import org.jspecify.annotations.Nullable;

/** A reply or note of the REST API: {@code incoming} says who, {@code private} says for whom. */
final class Conversation {

    private final Delivery delivery;
    private final JsonNode conversation;
    private final @Nullable RestTicket ticket;

    Conversation(Delivery delivery, JsonNode conversation, @Nullable RestTicket ticket) {
        this.delivery = delivery;
        this.conversation = conversation;
        this.ticket = ticket;
    }

    Reading told() {
        if (Fields.isTrue(conversation, "private")) {
            return Reading.skipped(Skip.PRIVATE_NOTE);
        }
        boolean customer = Fields.isTrue(conversation, "incoming") || isRequester();
        String id = Fields.text(conversation, "id");
        String text = Fields.rawText(conversation, "body_text");
        return new ActivityDraft(
                        delivery,
                        ticketId(),
                        customer ? ActivityKind.CUSTOMER_REPLIED : ActivityKind.AGENT_REPLIED,
                        id == null ? delivery.eventId() : "conversation:" + id,
                        Moments.any(conversation, "created_at", "updated_at"))
                .by(
                        customer ? Actor.Kind.CUSTOMER : Actor.Kind.AGENT,
                        Fields.id(conversation, "user_id"),
                        Fields.text(conversation, "from_email"))
                .message(text != null ? PlainText.of(text) : html(), id)
                .told();
    }

    private String html() {
        return PlainText.ofHtmlReply(Fields.rawText(conversation, "body"));
    }

    private boolean isRequester() {
        String user = Fields.id(conversation, "user_id");
        return user != null && ticket != null && user.equals(ticket.requesterId());
    }

    private String ticketId() {
        String own = Fields.id(conversation, "ticket_id");
        if (own != null) {
            return own;
        }
        return Fields.required(
                ticket == null ? null : ticket.id(),
                "NO_TICKET_ID",
                "A Freshdesk conversation must have 'ticket_id' or come within its ticket.");
    }
}

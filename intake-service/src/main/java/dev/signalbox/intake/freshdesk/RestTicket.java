package dev.signalbox.intake.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.PlainText;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import dev.signalbox.intake.reading.TicketDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ticket as the REST API v2 gives it: numbers for words, lists that may be null. */
final class RestTicket {

    private final Delivery delivery;
    private final JsonNode ticket;

    RestTicket(Delivery delivery, JsonNode ticket) {
        this.delivery = delivery;
        this.ticket = ticket;
    }

    Reading read() {
        List<Reading> all = new ArrayList<>();
        all.add(snapshot());
        for (JsonNode conversation : ticket.path("conversations")) {
            all.add(new Conversation(delivery, conversation, this).told());
        }
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    String id() {
        return Fields.required(
                Fields.anyText(ticket, "id", "ticket_id", "display_id"),
                "NO_TICKET_ID",
                "A Freshdesk ticket must have 'id'.");
    }

    @Nullable
    String requesterId() {
        String id = Fields.id(ticket, "requester_id");
        return id != null ? id : Fields.id(requester(), "id");
    }

    Reading snapshot() {
        String text = Fields.rawText(ticket, "description_text");
        TicketDraft draft = new TicketDraft(delivery, id())
                .url(Fields.text(ticket, "url"))
                .channel(Words.channel(Fields.text(ticket, "source")))
                .subject(PlainText.of(Fields.text(ticket, "subject")))
                .body(text != null ? PlainText.of(text) : PlainText.ofHtml(Fields.rawText(ticket, "description")))
                .place(Fields.text(requester(), "language"), Fields.text(ticket, "product_id"), null)
                .tags(Fields.words(ticket.path("tags"), ","))
                .requester(
                        requesterId(), Fields.text(requester(), "name"), email(), Fields.text(requester(), "job_title"))
                .organization(organization())
                .priority(Words.priority(Fields.text(ticket, "priority")))
                .status(status(), Fields.id(ticket, "responder_id"))
                .times(Moments.any(ticket, "created_at"), Moments.any(ticket, "updated_at"))
                .field("type", Fields.text(ticket, "type"))
                .field("groupId", Fields.id(ticket, "group_id"));
        for (JsonNode file : ticket.path("attachments")) {
            draft.attachment(
                    Fields.anyText(file, "name", "file_name"),
                    Fields.anyText(file, "attachment_url", "url"),
                    Fields.text(file, "content_type"));
        }
        for (Map.Entry<String, JsonNode> field : ticket.path("custom_fields").properties()) {
            draft.field(field.getKey(), Fields.text(field.getValue()));
        }
        return draft.told();
    }

    /** Spam and deleted tickets are over, whatever their status says. */
    TicketStatus status() {
        return Fields.isTrue(ticket, "spam") || Fields.isTrue(ticket, "deleted")
                ? TicketStatus.CLOSED
                : Words.status(Fields.text(ticket, "status"));
    }

    private JsonNode requester() {
        return Fields.at(ticket, "requester");
    }

    private @Nullable String email() {
        String email = Fields.anyText(requester(), "email", "primary_email");
        return email != null ? email : Fields.anyText(ticket, "email", "requester_email");
    }

    private @Nullable String organization() {
        String id = Fields.id(ticket, "company_id");
        return id != null ? id : Fields.id(ticket, "company", "id");
    }
}

package dev.signalbox.intake.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.PlainText;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A comment of an event. */
final class Comment {

    private final Delivery delivery;
    private final TicketDocument ticket;
    private final JsonNode comment;

    Comment(Delivery delivery, TicketDocument ticket, JsonNode comment) {
        this.delivery = delivery;
        this.ticket = ticket;
        this.comment = comment;
    }

    Reading told(@Nullable Instant at) {
        if (!comment.isObject()) {
            return Reading.refused("NO_COMMENT", "A Zendesk comment event must have the object 'event.comment'.");
        }
        if (Fields.isFalse(comment, "is_public") || Fields.isFalse(comment, "public")) {
            return Reading.skipped(Skip.PRIVATE_NOTE);
        }
        JsonNode author = comment.path("author");
        String authorId = Fields.text(author, "id");
        if ("-1".equals(authorId) || "system".equals(Fields.word(author, "type"))) {
            return Reading.skipped(Skip.BOT);
        }
        String text = text();
        // a new ticket's description comes a second time as its first comment; an agent's would look like an answer
        if (ticket.isDescription(text, at)) {
            return Reading.skipped(Skip.FIRST_MESSAGE);
        }
        boolean customer = author.has("is_staff")
                ? !Fields.isTrue(author, "is_staff")
                : authorId != null && authorId.equals(ticket.requesterId());
        String id = Fields.text(comment, "id");
        return new ActivityDraft(
                        delivery,
                        ticket.id(),
                        customer ? ActivityKind.CUSTOMER_REPLIED : ActivityKind.AGENT_REPLIED,
                        id == null ? delivery.eventId() : "comment:" + id,
                        at)
                .by(customer ? Actor.Kind.CUSTOMER : Actor.Kind.AGENT, authorId, Fields.text(author, "email"))
                .message(text, id)
                .told();
    }

    private String text() {
        String html = Fields.rawText(comment, "html_body");
        return html != null ? PlainText.ofHtmlReply(html) : PlainText.of(Fields.rawText(comment, "body", "plain_body"));
    }
}

package dev.signalbox.intake.jira;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A comment. Jira may tell the same one by two webhooks; its id makes them one. */
final class Comment {

    private final Delivery delivery;
    private final JsonNode comment;

    Comment(Delivery delivery, JsonNode comment) {
        this.delivery = delivery;
        this.comment = comment;
    }

    Reading told() {
        if (!comment.isObject()) {
            return Reading.refused("NO_COMMENT", "A Jira comment event must have the object 'comment'.");
        }
        if (isInternal()) {
            return Reading.skipped(Skip.PRIVATE_NOTE);
        }
        JsonNode fields = delivery.payload().path("issue").path("fields");
        Person author = Person.of(comment.path("author"));
        Actor.Kind role = author.role(delivery, fields);
        if (role == Actor.Kind.SYSTEM) {
            return Reading.skipped(Skip.BOT);
        }
        String id = Fields.text(comment, "id");
        Instant at = Moments.any(comment, "created", "updated");
        return new ActivityDraft(
                        delivery,
                        issueId(),
                        role == Actor.Kind.CUSTOMER ? ActivityKind.CUSTOMER_REPLIED : ActivityKind.AGENT_REPLIED,
                        id == null ? delivery.eventId() : "comment:" + id,
                        at != null ? at : Moments.read(delivery.payload().path("timestamp")))
                .by(role, author.id(), author.email())
                .message(RichText.of(comment.path("body")), id)
                .told();
    }

    private String issueId() {
        String id = issueIdOrNull();
        return Fields.required(
                id, "NO_TICKET_ID", "A Jira comment must come with its issue, or name it in its 'self' address.");
    }

    private @Nullable String issueIdOrNull() {
        String id = Fields.text(delivery.payload(), "issue", "id");
        if (id == null) {
            id = SelfLink.issueId(Fields.text(comment, "self"));
        }
        return id != null ? id : SelfLink.issueId(Fields.text(delivery.payload(), "issue", "self"));
    }

    /** For a role or group only, or not public in the service desk. */
    private boolean isInternal() {
        if (comment.path("visibility").isObject() && !comment.path("visibility").isEmpty()) {
            return true;
        }
        if (Fields.isFalse(comment, "jsdPublic") || Fields.isFalse(comment, "public")) {
            return true;
        }
        for (JsonNode property : comment.path("properties")) {
            if ("sd.public.comment".equals(Fields.text(property, "key"))) {
                return Fields.isTrue(property, "value", "internal");
            }
        }
        return false;
    }
}

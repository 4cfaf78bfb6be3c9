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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A conversation: {@code source} today, {@code conversation_message} and {@code user} in the first API versions. */
final class Conversation {

    private final Delivery delivery;
    private final JsonNode conversation;

    Conversation(Delivery delivery, JsonNode conversation) {
        this.delivery = delivery;
        this.conversation = conversation;
    }

    String id() {
        return Fields.required(
                Fields.anyText(conversation, "id", "conversation_id"),
                "NO_TICKET_ID",
                "An Intercom conversation must have 'id'.");
    }

    Reading snapshot() {
        JsonNode message = message();
        String subject = PlainText.of(Fields.text(message, "subject"));
        TicketDraft draft = new TicketDraft(delivery, id())
                .event(Fields.text(delivery.payload(), "topic") == null ? null : notificationId())
                .url(Fields.text(conversation, "links", "conversation_web"))
                .channel(channel(Fields.word(message, "type")))
                .subject(subject.isEmpty() ? PlainText.of(Fields.text(conversation, "title")) : subject)
                .body(PlainText.ofHtml(Fields.rawText(message, "body")))
                .tags(Fields.words(conversation.path("tags").path("tags"), ","))
                .organization(Fields.id(conversation, "company_id"))
                .priority(priority())
                .status(status(), assignee())
                .times(Moments.any(conversation, "created_at"), Moments.any(conversation, "updated_at"))
                .field("team", Fields.id(conversation, "team_assignee_id"));
        requester(draft);
        for (JsonNode file : message.path("attachments")) {
            draft.attachment(Fields.text(file, "name"), Fields.text(file, "url"), Fields.text(file, "content_type"));
        }
        for (Map.Entry<String, JsonNode> field :
                conversation.path("custom_attributes").properties()) {
            draft.field(field.getKey(), Fields.text(field.getValue()));
        }
        return draft.told();
    }

    /** What the parts say; a notification carries the part that it is about, the REST API all of them. */
    List<Reading> parts(String topic) {
        List<Reading> all = new ArrayList<>();
        if (topic.equals("conversation.rating.added")) {
            rating(all);
            return all;
        }
        for (JsonNode part : conversation.path("conversation_parts").path("conversation_parts")) {
            boolean isFirstMessage = Objects.equals(Fields.text(part, "id"), Fields.text(message(), "id"));
            if (!isFirstMessage) {
                all.addAll(new Part(delivery, id(), part, topic).read(this::priority));
            }
        }
        if (topic.isEmpty()) {
            rating(all);
        }
        return all;
    }

    boolean onlySkips(List<Reading> readings) {
        return readings.stream().allMatch(one -> one instanceof Reading.TicketTold || one instanceof Reading.Skipped);
    }

    private void rating(List<Reading> all) {
        JsonNode rating = conversation.path("conversation_rating");
        int stars = rating.path("rating").asInt();
        if (stars < 1 || stars > 5) {
            return;
        }
        Instant at = Moments.any(rating, "created_at", "updated_at");
        all.add(new ActivityDraft(delivery, id(), ActivityKind.RATED, "rating:" + id() + ":" + stars, at)
                .by(Actor.Kind.CUSTOMER, contactId(), null)
                .message(PlainText.of(Fields.text(rating, "remark")), null)
                .rating((stars - 1) * 25)
                .told());
    }

    private @Nullable String priority() {
        String word = Fields.word(conversation, "priority");
        return "not_priority".equals(word) ? "normal" : word;
    }

    private JsonNode message() {
        JsonNode source = conversation.path("source");
        return source.isObject() ? source : conversation.path("conversation_message");
    }

    private @Nullable String notificationId() {
        return Fields.text(delivery.payload(), "id");
    }

    private @Nullable String contactId() {
        String id = Fields.id(conversation, "user", "id");
        return id != null
                ? id
                : Fields.id(conversation.path("contacts").path("contacts").path(0), "id");
    }

    private void requester(TicketDraft draft) {
        JsonNode user = conversation.path("user");
        JsonNode author = message().path("author");
        boolean byCustomer = Part.isCustomer(author);
        JsonNode contact = conversation.path("contacts").path("contacts").path(0);
        String name = Fields.text(user, "name");
        String email = Fields.text(user, "email");
        if (name == null) {
            name = byCustomer ? Fields.text(author, "name") : Fields.text(contact, "name");
        }
        if (email == null) {
            email = byCustomer ? Fields.text(author, "email") : Fields.text(contact, "email");
        }
        String id = contactId();
        draft.requester(id == null && byCustomer ? Fields.id(author, "id") : id, name, email, null);
    }

    private @Nullable String assignee() {
        String id = Fields.id(conversation, "admin_assignee_id");
        return id != null || !"admin".equals(Fields.text(conversation, "assignee", "type"))
                ? id
                : Fields.id(conversation, "assignee", "id");
    }

    private TicketStatus status() {
        String state = Objects.requireNonNullElse(Fields.word(conversation, "state"), "");
        if (state.equals("closed") || state.isEmpty() && Fields.isFalse(conversation, "open")) {
            return TicketStatus.SOLVED;
        }
        if (state.equals("snoozed")) {
            return TicketStatus.PENDING;
        }
        return assignee() == null ? TicketStatus.NEW : TicketStatus.OPEN;
    }

    private static Channel channel(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "email" -> Channel.EMAIL;
            case "phone_call", "phone_switch" -> Channel.PHONE;
            case "in_app", "push" -> Channel.IN_APP;
            default -> Channel.CHAT;
        };
    }
}

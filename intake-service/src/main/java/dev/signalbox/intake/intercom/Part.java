package dev.signalbox.intake.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.PlainText;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import dev.signalbox.intake.reading.StatusChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One part of a conversation or ticket: a message, a note, or something that was done. */
final class Part {

    private static final Set<String> CUSTOMERS = Set.of("user", "lead", "contact", "visitor");
    private static final Set<String> MESSAGES = Set.of("comment", "open", "close", "reopen");

    private final Delivery delivery;
    private final String ticketId;
    private final JsonNode part;
    private final String type;
    private final String topic;

    Part(Delivery delivery, String ticketId, JsonNode part, String topic) {
        this.delivery = delivery;
        this.ticketId = ticketId;
        this.part = part;
        this.topic = topic;
        this.type = Objects.requireNonNullElse(Fields.word(part, "part_type"), "");
    }

    static boolean isCustomer(JsonNode author) {
        return CUSTOMERS.contains(Objects.requireNonNullElse(Fields.word(author, "type"), ""));
    }

    List<Reading> read(Supplier<@Nullable String> priority) {
        List<Reading> all = new ArrayList<>();
        if (type.startsWith("note")) {
            all.add(Reading.skipped(Skip.PRIVATE_NOTE));
            return all;
        }
        message(all);
        switch (type) {
            case "close" ->
                all.add(draft(ActivityKind.SOLVED).status(TicketStatus.SOLVED).told());
            case "open", "reopen" ->
                all.add(draft(ActivityKind.REOPENED).status(TicketStatus.OPEN).told());
            case "snoozed", "timer_snooze" ->
                all.add(draft(ActivityKind.STATUS_CHANGED)
                        .status(TicketStatus.PENDING)
                        .told());
            case "unsnoozed", "timer_unsnooze" ->
                all.add(draft(ActivityKind.STATUS_CHANGED)
                        .status(TicketStatus.OPEN)
                        .told());
            case "priority_changed" ->
                all.add(draft(ActivityKind.PRIORITY_CHANGED)
                        .priority(priority.get())
                        .told());
            case "assignment", "assign_and_unsnooze", "assign_and_reopen", "open_and_assign" -> assignment(all);
            default -> {
                if (type.startsWith("ticket_state_updated")) {
                    ticketState(all);
                }
            }
        }
        return all;
    }

    /** A reply may come inside another part; in an assignment it is one only if the topic says so, else a note. */
    private void message(List<Reading> all) {
        String body = Fields.rawText(part, "body");
        boolean isReply = topic.endsWith(".replied");
        if (body == null || !MESSAGES.contains(type) && !isReply) {
            return;
        }
        Actor.Kind who = author();
        if (who == Actor.Kind.SYSTEM) {
            all.add(Reading.skipped(Skip.BOT));
            return;
        }
        all.add(draft(who == Actor.Kind.CUSTOMER ? ActivityKind.CUSTOMER_REPLIED : ActivityKind.AGENT_REPLIED)
                .message(PlainText.ofHtmlReply(body), Fields.text(part, "id"))
                .told());
    }

    private void assignment(List<Reading> all) {
        JsonNode to = part.path("assigned_to");
        String kind = Fields.word(to, "type");
        if ("team".equals(kind)) {
            return;
        }
        all.add(draft(ActivityKind.ASSIGNED)
                .assignee("admin".equals(kind) ? Fields.id(to, "id") : null)
                .told());
    }

    private void ticketState(List<Reading> all) {
        TicketStatus from = TicketState.of(Fields.word(part, "previous_ticket_state"));
        TicketStatus to = TicketState.of(Fields.word(part, "ticket_state"));
        if (to != null && to != from) {
            all.add(draft(StatusChange.kind(from, to))
                    .status(to == TicketStatus.NEW ? TicketStatus.OPEN : to)
                    .told());
        }
    }

    private ActivityDraft draft(ActivityKind kind) {
        String id = Fields.text(part, "id");
        JsonNode author = part.path("author");
        return new ActivityDraft(
                        delivery,
                        ticketId,
                        kind,
                        (id == null ? delivery.eventId() : "part:" + id) + ":" + kind,
                        Moments.any(part, "created_at", "updated_at"))
                .by(author(), Fields.id(author, "id"), Fields.text(author, "email"));
    }

    private Actor.Kind author() {
        JsonNode author = part.path("author");
        if (isCustomer(author)) {
            return Actor.Kind.CUSTOMER;
        }
        boolean person = "admin".equals(Fields.word(author, "type"))
                && !Fields.isTrue(author, "from_ai_agent")
                && !Fields.isTrue(author, "is_ai_answer");
        return person ? Actor.Kind.AGENT : Actor.Kind.SYSTEM;
    }
}

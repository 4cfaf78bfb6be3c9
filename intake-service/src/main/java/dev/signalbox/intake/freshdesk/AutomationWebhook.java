package dev.signalbox.intake.freshdesk;

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
import dev.signalbox.intake.reading.TicketDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The webhook of an automation rule. It always carries the ticket as it is now, so besides what happened it is a
 * snapshot; it carries no time of its own, so the time of receipt is taken.
 */
final class AutomationWebhook {

    private static final Set<String> ASSIGNEES = Set.of("agent_id", "responder_id", "agent");

    private final Delivery delivery;
    private final JsonNode hook;
    private final TriggeredEvent event;

    AutomationWebhook(Delivery delivery, JsonNode hook) {
        this.delivery = delivery;
        this.hook = hook;
        this.event = TriggeredEvent.parse(Fields.text(hook, "triggered_event"));
    }

    Reading read() {
        if (event.is("note_type", "private")) {
            return Reading.skipped(Skip.PRIVATE_NOTE);
        }
        List<Reading> all = new ArrayList<>();
        if (hasTicket()) {
            all.add(snapshot());
        }
        event.changes().forEach((field, change) -> {
            if (field.equals("priority")) {
                all.add(draft(ActivityKind.PRIORITY_CHANGED)
                        .priority(Words.priority(change.to()))
                        .told());
            } else if (field.equals("status")) {
                all.add(status(change));
            } else if (ASSIGNEES.contains(field)) {
                all.add(draft(ActivityKind.ASSIGNED).assignee(change.to()).told());
            }
        });
        if (event.is("ticket_action", "deleted") || event.is("ticket_action", "marked_as_spam")) {
            all.add(draft(ActivityKind.STATUS_CHANGED)
                    .status(TicketStatus.CLOSED)
                    .told());
        }
        if (event.is("note_type", "public") || event.facts().containsKey("reply_sent")) {
            all.add(reply());
        }
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    private boolean hasTicket() {
        return hook.has("ticket_subject")
                || hook.has("ticket_description")
                || hook.has("ticket_status")
                || hook.has("subject")
                || hook.has("description");
    }

    private Reading snapshot() {
        String body = Fields.rawText(hook, "ticket_description", "description", "ticket_description_text");
        TicketDraft draft = new TicketDraft(delivery, id())
                .url(Fields.anyText(hook, "ticket_url", "ticket_portal_url", "url"))
                .channel(Words.channel(Fields.anyText(hook, "ticket_source", "source")))
                .subject(PlainText.of(Fields.anyText(hook, "ticket_subject", "subject")))
                .body(PlainText.ofHtml(body))
                .tags(Fields.words(hook.path(hook.has("ticket_tags") ? "ticket_tags" : "tags"), ","))
                .requester(
                        Fields.id(hook, "requester_id"),
                        PlainText.of(Fields.anyText(hook, "requester_name", "ticket_requester_name")),
                        requesterEmail(),
                        null)
                .organization(Fields.anyText(hook, "ticket_company_id", "company_id", "requester_company_id"))
                .priority(Words.priority(Fields.anyText(hook, "ticket_priority", "priority")))
                .status(
                        Words.status(Fields.anyText(hook, "ticket_status", "status")),
                        Fields.anyText(hook, "ticket_agent_id", "ticket_agent_email", "agent_id", "agent_email"))
                .times(created(), Moments.any(hook, "ticket_updated_at", "updated_at", "timestamp"))
                .place(Fields.text(hook, "language"), Fields.anyText(hook, "ticket_product", "product"), null)
                .field("type", Fields.anyText(hook, "ticket_type", "type"))
                .field("group", Fields.anyText(hook, "ticket_group_name", "ticket_group", "group"))
                .field("company", Fields.anyText(hook, "ticket_company_name", "requester_company_name", "company"));
        for (Map.Entry<String, JsonNode> field : hook.properties()) {
            if (field.getKey().startsWith("ticket_cf_")) {
                draft.field(field.getKey().substring("ticket_".length()), Fields.text(field.getValue()));
            }
        }
        return draft.told();
    }

    private @Nullable Instant created() {
        return Moments.any(hook, "ticket_created_at", "created_at");
    }

    private Reading status(TriggeredEvent.Change change) {
        TicketStatus to = Words.status(change.to());
        TicketStatus from = change.from().isEmpty() ? null : Words.status(change.from());
        return draft(StatusChange.kind(from, to)).status(to).told();
    }

    /** A reply or public note is the agent's, unless the performer of the event is named and is the requester. */
    private Reading reply() {
        String text = Fields.rawText(
                hook, "ticket_latest_public_comment", "latest_public_comment", "reply", "note", "comment");
        return draft(isByRequester() ? ActivityKind.CUSTOMER_REPLIED : ActivityKind.AGENT_REPLIED)
                .message(PlainText.ofHtmlReply(text), null)
                .told();
    }

    private boolean isByRequester() {
        String performer = performer();
        return performer != null && performer.equalsIgnoreCase(requesterEmail());
    }

    private ActivityDraft draft(ActivityKind kind) {
        return new ActivityDraft(
                        delivery,
                        id(),
                        kind,
                        delivery.eventId() + ":" + kind,
                        Moments.any(hook, "timestamp", "ticket_updated_at", "updated_at"))
                .by(isByRequester() ? Actor.Kind.CUSTOMER : Actor.Kind.AGENT, null, performer());
    }

    private @Nullable String performer() {
        return Fields.anyText(hook, "event_performer_email", "performer_email");
    }

    private @Nullable String requesterEmail() {
        return Fields.anyText(hook, "requester_email", "ticket_requester_email");
    }

    private String id() {
        return Fields.required(
                Fields.anyText(hook, "ticket_id", "id"), "NO_TICKET_ID", "A Freshdesk webhook must have 'ticket_id'.");
    }
}

package dev.signalbox.intake.jira;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Moments;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.StatusChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an update changed: status, priority and assignee are activity, the rest is in the snapshot. */
final class Changelog {

    private final Delivery delivery;
    private final Issue issue;
    private final String eventId;
    private final Person user;
    private final Actor.Kind role;

    Changelog(Delivery delivery, Issue issue) {
        this.delivery = delivery;
        this.issue = issue;
        String id = Fields.text(delivery.payload(), "changelog", "id");
        this.eventId = id == null ? delivery.eventId() : "changelog:" + id;
        this.user = Person.of(delivery.payload().path("user"));
        this.role = user.role(delivery, issue.fields());
    }

    List<Reading> activities() {
        List<Reading> all = new ArrayList<>();
        boolean assigned = false;
        JsonNode items = items();
        for (JsonNode item : items) {
            String field = Objects.requireNonNullElse(Fields.word(item, "field"), "");
            if (field.equals("status")) {
                all.add(status(item, items));
            } else if (field.equals("resolution") && !hasStatus()) {
                all.add(resolution(item));
            } else if (field.equals("priority")) {
                all.add(draft(ActivityKind.PRIORITY_CHANGED)
                        .priority(Fields.text(item, "toString"))
                        .told());
            } else if (field.equals("assignee")) {
                assigned = true;
                all.add(draft(ActivityKind.ASSIGNED).assignee(assignee(item)).told());
            }
        }
        if (!assigned && "issue_assigned".equals(Fields.word(delivery.payload(), "issue_event_type_name"))) {
            Person assignee = issue.assignee();
            all.add(draft(ActivityKind.ASSIGNED)
                    .assignee(assignee == null ? null : assignee.id())
                    .told());
        }
        return all;
    }

    boolean hasStatus() {
        for (JsonNode item : items()) {
            if ("status".equals(Fields.word(item, "field"))) {
                return true;
            }
        }
        return false;
    }

    private JsonNode items() {
        return delivery.payload().path("changelog").path("items");
    }

    /** Some workflows set and clear the resolution alone. */
    private Reading resolution(JsonNode item) {
        if (Fields.text(item, "toString") == null) {
            return draft(ActivityKind.REOPENED).status(TicketStatus.OPEN).told();
        }
        TicketStatus now = issue.status();
        return draft(ActivityKind.SOLVED)
                .status(StatusChange.isOver(now) ? now : TicketStatus.SOLVED)
                .told();
    }

    private Reading status(JsonNode item, JsonNode items) {
        TicketStatus from = statusBefore(Fields.text(item, "fromString"), items);
        String to = Fields.text(item, "toString");
        boolean isCurrent = to != null && to.equals(Fields.text(issue.fields(), "status", "name"));
        TicketStatus now = isCurrent ? issue.status() : Status.of(to, null);
        ActivityKind kind = StatusChange.kind(from, now);
        // nobody works on a new ticket yet; one that moves back is open
        TicketStatus told = now == TicketStatus.NEW ? TicketStatus.OPEN : now;
        return draft(kind).status(told).told();
    }

    /** The changelog names the old status only; a resolution that goes away says that it was over. */
    private static TicketStatus statusBefore(@Nullable String name, JsonNode items) {
        for (JsonNode item : items) {
            if ("resolution".equals(Fields.word(item, "field"))
                    && Fields.text(item, "fromString") != null
                    && Fields.text(item, "toString") == null) {
                return TicketStatus.SOLVED;
            }
        }
        return Status.of(name, null);
    }

    private @Nullable String assignee(JsonNode item) {
        if (Fields.text(item, "to") == null && Fields.text(item, "tmpToAccountId") == null) {
            return null;
        }
        Person now = issue.assignee();
        return now != null && now.id() != null ? now.id() : Fields.anyText(item, "tmpToAccountId", "to");
    }

    private ActivityDraft draft(ActivityKind kind) {
        return new ActivityDraft(
                        delivery,
                        issue.id(),
                        kind,
                        eventId + ":" + kind,
                        Moments.read(delivery.payload().path("timestamp")))
                .by(role, user.id(), user.email());
    }
}

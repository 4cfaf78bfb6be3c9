package dev.signalbox.intake.zendesk;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Fields;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import dev.signalbox.intake.reading.StatusChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One event: nearly every one carries the ticket as it is afterwards, and some say what happened besides. */
final class TicketEvent {

    // these change the ticket in a way that the snapshot shows
    private static final Set<String> IN_THE_SNAPSHOT = Set.of(
            "created",
            "subject_changed",
            "description_changed",
            "requester_changed",
            "organization_changed",
            "tags_changed",
            "type_changed",
            "group_assignment_changed",
            "form_changed",
            "brand_changed",
            "external_id_changed",
            "custom_status_changed",
            "status_changed",
            "priority_changed",
            "agent_assignment_changed",
            "comment_added",
            "merged",
            "undeleted",
            "updated");

    private final Delivery delivery;
    private final EventFacts facts;
    private final String name;
    private final TicketDocument ticket;

    TicketEvent(Delivery delivery, EventFacts facts) {
        this.delivery = delivery;
        this.facts = facts;
        this.name = facts.type().substring(facts.type().indexOf('.') + 1);
        this.ticket = new TicketDocument(delivery, facts.ticket());
    }

    Reading read() {
        if (facts.type().startsWith("messaging_ticket.")) {
            return name.equals("message_added")
                    ? new ChatMessage(delivery, facts).told()
                    : Reading.skipped(Skip.NOTHING_FOR_US);
        }
        if (!facts.type().startsWith("ticket.")) {
            return Reading.skipped(Skip.NOT_A_TICKET);
        }
        List<Reading> all = new ArrayList<>();
        Reading happened = happened();
        if (happened instanceof Reading.Skipped skipped && skipped.reason() != Skip.FIRST_MESSAGE) {
            return happened;
        }
        if (IN_THE_SNAPSHOT.contains(name) && (ticket.hasText() || name.equals("created"))) {
            all.add(ticket.snapshot(facts.id(), facts.at()));
        }
        if (happened != null) {
            all.add(happened);
        }
        return Reading.of(all, Skip.NOTHING_FOR_US);
    }

    private @Nullable Reading happened() {
        return switch (name) {
            case "status_changed" -> status();
            case "priority_changed" ->
                draft(ActivityKind.PRIORITY_CHANGED).priority(facts.current()).told();
            case "agent_assignment_changed" ->
                draft(ActivityKind.ASSIGNED)
                        .assignee(Fields.id(facts.event(), "current"))
                        .told();
            case "comment_added" -> comment();
            case "merged" ->
                draft(ActivityKind.MERGED).status(TicketStatus.CLOSED).told();
            case "soft_deleted", "permanently_deleted", "marked_as_spam" ->
                draft(ActivityKind.STATUS_CHANGED).status(TicketStatus.CLOSED).told();
            case "undeleted" ->
                draft(ActivityKind.REOPENED).status(ticket.status()).told();
            case "csat_received" -> rating();
            default -> null;
        };
    }

    private Reading status() {
        TicketStatus to =
                Words.status(facts.current() == null ? Fields.text(facts.ticket(), "status") : facts.current());
        TicketStatus from = facts.previous() == null ? null : Words.status(facts.previous());
        return draft(StatusChange.kind(from, to)).status(to).told();
    }

    private Reading comment() {
        return new Comment(delivery, ticket, facts.event().path("comment")).told(facts.at());
    }

    private @Nullable Reading rating() {
        Integer points = Words.rating(Fields.anyText(facts.event(), "rating", "score", "current"));
        return points == null ? null : draft(ActivityKind.RATED).rating(points).told();
    }

    private ActivityDraft draft(ActivityKind kind) {
        return new ActivityDraft(
                        delivery,
                        ticket.id(),
                        kind,
                        Objects.requireNonNullElseGet(facts.id(), delivery::eventId) + ":" + kind,
                        facts.at())
                .by(role(), facts.actor(), null);
    }

    private Actor.Kind role() {
        if (facts.actor() == null || facts.actor().equals("-1")) {
            return Actor.Kind.SYSTEM;
        }
        return facts.actor().equals(Fields.text(facts.ticket(), "requester_id"))
                ? Actor.Kind.CUSTOMER
                : Actor.Kind.AGENT;
    }
}

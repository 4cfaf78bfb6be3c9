package dev.signalbox.intake.nativeformat;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.edge.Fault;
import dev.signalbox.intake.reading.ActivityDraft;
import dev.signalbox.intake.reading.Connection;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Limits;
import dev.signalbox.intake.reading.PlainText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An activity in Signalbox's own format: the fields of {@code tickets.activity}; required are ticket id and kind. */
public final class NativeActivity {

    private NativeActivity() {}

    /**
     * Reads an activity.
     *
     * @param ticketId the ticket if the payload need not name it
     * @param faults everything that is not as agreed; the result is null if there is any
     */
    public static @Nullable Activity read(Delivery delivery, @Nullable String ticketId, List<Fault> faults) {
        CheckedObject given = CheckedObject.root(delivery.payload(), faults);
        String ticket = ticket(given, ticketId);
        ActivityKind kind = given.word("kind", ActivityKind.class);
        if (kind == null) {
            if (given.text("kind") == null) {
                given.fault("kind", "is missing", "one of " + List.of(ActivityKind.values()));
            }
            return null;
        }
        String own = delivery.deliveryId() == null ? given.id("activityId") : delivery.deliveryId();
        TicketStatus status = status(given, kind);
        String priority = given.text("priority");
        if (kind == ActivityKind.PRIORITY_CHANGED && priority == null) {
            given.fault("priority", "is missing", "the helpdesk's word for the new priority");
        }
        Integer rating = given.number("rating", 0, 100);
        if (kind == ActivityKind.RATED && rating == null && faults.isEmpty()) {
            given.fault("rating", "is missing", "a whole number from 0 to 100");
        }
        CheckedObject actor = given.object("actor");
        Actor.Kind who = actor.word("kind", Actor.Kind.class, usualActor(kind));
        boolean visible = given.flag("public", true);
        String assignee = given.id("assignee");
        String messageId = given.id("messageId");
        String text = given.text("text");
        String actorId = actor.id("id");
        String actorEmail = actor.text("email");
        Instant said = given.moment("at");
        Instant at = said != null ? said : delivery.eventTime();
        if (!faults.isEmpty() || ticket == null) {
            return null;
        }
        int colon = ticket.indexOf(':');
        Connection from = delivery.connection();
        Delivery named = new Delivery(
                from.called(ticket.substring(0, colon), from.kind(), from.tenant()),
                delivery.payload(),
                delivery.headers(),
                delivery.deliveryId(),
                delivery.receivedAt());
        ActivityDraft draft = new ActivityDraft(
                        named, ticket.substring(colon + 1), kind, own == null ? delivery.eventId() : own, at)
                .by(who, actorId, actorEmail)
                .visible(visible)
                .message(PlainText.of(text), messageId)
                .status(status)
                .priority(priority)
                .assignee(assignee);
        return (rating == null ? draft : draft.rating(rating)).activity();
    }

    private static @Nullable String ticket(CheckedObject given, @Nullable String known) {
        String said = given.text("ticketId");
        if (known != null && said != null && !said.equals(known)) {
            given.fault("ticketId", "is not the ticket of the address", "leave it out");
        }
        String ticket = known != null ? known : said;
        if (ticket == null) {
            given.fault("ticketId", "is missing", "<source>:<external id>");
            return null;
        }
        int colon = ticket.indexOf(':');
        boolean wellFormed = colon > 0
                && NativeTicket.NAME.matcher(ticket.substring(0, colon)).matches()
                && Limits.isExternalId(ticket.substring(colon + 1));
        if (!wellFormed) {
            given.fault("ticketId", "is not a ticket id", "<source>:<external id>");
            return null;
        }
        return ticket;
    }

    private static @Nullable TicketStatus status(CheckedObject given, ActivityKind kind) {
        TicketStatus said = given.word("status", TicketStatus.class);
        if (said != null) {
            return said;
        }
        switch (kind) {
            case SOLVED:
                return TicketStatus.SOLVED;
            case REOPENED:
                return TicketStatus.OPEN;
            case MERGED:
                return TicketStatus.CLOSED;
            case STATUS_CHANGED:
                if (given.text("status") == null) {
                    given.fault("status", "is missing", "one of " + List.of(TicketStatus.values()));
                }
                return null;
            default:
                return null;
        }
    }

    private static Actor.Kind usualActor(ActivityKind kind) {
        return kind == ActivityKind.CUSTOMER_REPLIED
                        || kind == ActivityKind.RATED
                        || kind == ActivityKind.SELF_SERVICE_OUTCOME
                ? Actor.Kind.CUSTOMER
                : Actor.Kind.AGENT;
    }
}

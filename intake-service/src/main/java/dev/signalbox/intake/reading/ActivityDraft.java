package dev.signalbox.intake.reading;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.UnreadableRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that happened, being read. */
public final class ActivityDraft {

    private final String ticketId;
    private final String activityId;
    private final ActivityKind kind;
    private final Instant at;
    private Actor actor = new Actor(Actor.Kind.SYSTEM, null, null);
    private boolean visible = true;
    private @Nullable String text;
    private @Nullable TicketStatus status;
    private @Nullable String priority;
    private @Nullable String assignee;
    private @Nullable Integer rating;
    private @Nullable String messageId;

    /**
     * @param activityId the source's own id, the same however often and by whichever way it is told
     * @param at the source's time; null is the time of receipt
     */
    public ActivityDraft(
            Delivery delivery, String externalId, ActivityKind kind, String activityId, @Nullable Instant at) {
        if (!Limits.isExternalId(externalId)) {
            throw new UnreadableRecord(
                    "BAD_TICKET_ID", "The ticket's id must be " + Limits.EXTERNAL_ID_RULE + ".", null);
        }
        this.ticketId = delivery.ticketId(externalId);
        this.kind = kind;
        this.activityId = PlainText.cut(activityId, Limits.SHORT);
        this.at = (at != null ? at : delivery.receivedAt()).truncatedTo(ChronoUnit.MICROS);
    }

    public ActivityDraft by(Actor.Kind who, @Nullable String id, @Nullable String email) {
        this.actor = new Actor(who, TicketDraft.shortened(id), TicketDraft.address(email));
        return this;
    }

    /** A message: its text, already plain, and its id in the helpdesk. */
    public ActivityDraft message(@Nullable String plainText, @Nullable String id) {
        if (plainText != null && !plainText.isEmpty()) {
            String kept = PlainText.cut(plainText, Limits.ACTIVITY_TEXT);
            this.text = kept.length() < plainText.length() ? kept + Limits.CUT : kept;
        }
        this.messageId = TicketDraft.shortened(id);
        return this;
    }

    public ActivityDraft status(@Nullable TicketStatus now) {
        this.status = now;
        return this;
    }

    public ActivityDraft priority(@Nullable String word) {
        this.priority = word == null ? null : TicketDraft.shortened(word.toLowerCase(Locale.ROOT));
        return this;
    }

    public ActivityDraft assignee(@Nullable String agentId) {
        this.assignee = TicketDraft.shortened(agentId);
        return this;
    }

    /**
     * @param points 0 very unhappy to 100 very happy
     */
    public ActivityDraft rating(int points) {
        this.rating = points;
        return this;
    }

    public ActivityDraft visible(boolean toTheCustomer) {
        this.visible = toTheCustomer;
        return this;
    }

    public Activity activity() {
        return new Activity(
                ticketId, activityId, at, kind, actor, visible, text, status, priority, assignee, rating, messageId);
    }

    public Reading told() {
        return new Reading.ActivityTold(activity());
    }
}

package dev.signalbox.systemtests.history;

import dev.signalbox.contracts.ActivityKind;
import java.time.Instant;

/**
 * Something that Signalbox has accepted: acknowledged by the broker on {@code helpdesk.events}, or answered with 202.
 *
 * @param ticketId null for garbage
 * @param factId the source's own id: the ticket's event, the activity
 * @param activity null unless an activity
 * @param at the source's time
 * @param place where it lies on {@code helpdesk.events}; null if it came over HTTP
 */
public record Accepted(Kind kind, String ticketId, String factId, ActivityKind activity, Instant at, Place place) {

    /** What was accepted. */
    public enum Kind {
        TICKET,
        ACTIVITY,
        /** Unreadable on purpose: it belongs into quarantine. */
        GARBAGE
    }

    /** A record of {@code helpdesk.events}. */
    public record Place(int partition, long offset) {}
}

package dev.signalbox.decisions.sla;

/** Why a level that was due had no effect. Each is recorded. */
public enum Suppression {
    /** The owner has accepted the ticket; nothing to re-offer. */
    ACCEPTED,
    /** The owner got the ticket from another agent only just now; it does not move on at once. */
    JUST_HANDED_OVER,
    /** A higher level of the same clock was overdue too and speaks for all. */
    COLLAPSED,
    /** The deadline has moved since; the level comes again at its new moment. */
    STALE_REVISION,
    /** A late fact moved the level into the past; nobody is alarmed for what could not be known (N4). */
    BORN_OVERDUE,
    /** The customer is waited for; the level comes again when the clock goes on. */
    PAUSED,
    /** The promise was kept before the level could be decided. */
    FULFILLED,
    /** The clock was cancelled before the level could be decided. */
    CANCELLED,
    /** The level has had its effect already, or a higher one has. */
    ALREADY_DECIDED,
    /** The policy in force knows no such level any more. */
    NO_SUCH_LEVEL,
    /** A late fact says that the clock never ran: the message was answered, or what it followed never was. */
    NO_SUCH_CLOCK
}

package dev.signalbox.contracts;

/** What a record on {@code escalations} reports. */
public enum EscalationChange {
    OPENED,
    LEVEL_RAISED,
    ACKNOWLEDGED,
    UNACKNOWLEDGED,
    UPDATED,
    RETURNED,
    JOINED,
    RESOLVED,
    CANCELLED,
    UNDELIVERABLE,
    APPROVAL_ASKED,
    APPROVED,
    REFUSED
}

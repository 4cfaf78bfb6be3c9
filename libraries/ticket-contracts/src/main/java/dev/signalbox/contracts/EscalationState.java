package dev.signalbox.contracts;

/** The life of an escalation. */
public enum EscalationState {
    OPEN,
    ACKNOWLEDGED,
    IN_PROGRESS,
    RESOLVED,
    CANCELLED
}

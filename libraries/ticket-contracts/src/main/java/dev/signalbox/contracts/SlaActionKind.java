package dev.signalbox.contracts;

/** What the watchdog asks for. */
public enum SlaActionKind {
    REOFFER,
    REASSIGN,
    WARN,
    ESCALATE
}

package dev.signalbox.contracts;

/** What changed on a clock. */
public enum ClockEvent {
    ACTIVATED,
    PAUSED,
    RESUMED,
    RETARGETED,
    WARNED,
    BREACHED,
    FULFILLED,
    CANCELLED,
    SUPPRESSED
}

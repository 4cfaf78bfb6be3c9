package dev.signalbox.contracts;

/** How disruptive the issue is (S9), worst first. CRITICAL: work has stopped. */
public enum Urgency {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}

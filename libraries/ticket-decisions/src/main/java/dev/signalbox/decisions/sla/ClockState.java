package dev.signalbox.decisions.sla;

/** Where a clock stands. */
public enum ClockState {
    RUNNING,
    /** Owed, but its time stands still: the customer is waited for. */
    PAUSED,
    FULFILLED,
    CANCELLED,
    /** Known, but it never fires: imported or old when first seen. */
    SILENT
}

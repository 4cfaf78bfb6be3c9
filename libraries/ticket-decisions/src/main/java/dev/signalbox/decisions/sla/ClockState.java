package dev.signalbox.decisions.sla;

/** Where a clock stands. */
public enum ClockState {
    RUNNING,
    FULFILLED,
    CANCELLED,
    /** Known, but it never fires: imported or old when first seen. */
    SILENT
}

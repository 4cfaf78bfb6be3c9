package dev.signalbox.decisions.sla;

/** What became of a promise, beside whether its breach had been warned of in time. */
public enum WarningOutcome {
    WARNED_AND_BREACHED(true, true),
    WARNED_FOR_NOTHING(true, false),
    BREACHED_UNWARNED(false, true),
    KEPT_UNWARNED(false, false);

    private final boolean warned;
    private final boolean breached;

    WarningOutcome(boolean warned, boolean breached) {
        this.warned = warned;
        this.breached = breached;
    }

    /** The outcome of these two. */
    public static WarningOutcome of(boolean warned, boolean breached) {
        if (warned) {
            return breached ? WARNED_AND_BREACHED : WARNED_FOR_NOTHING;
        }
        return breached ? BREACHED_UNWARNED : KEPT_UNWARNED;
    }

    public boolean warned() {
        return warned;
    }

    public boolean breached() {
        return breached;
    }
}

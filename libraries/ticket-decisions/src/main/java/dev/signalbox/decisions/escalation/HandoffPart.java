package dev.signalbox.decisions.escalation;

/** A part of the handoff package (S52); {@code missing} of a package names them in camelCase. */
public enum HandoffPart {
    INTENT("intent"),
    HISTORY("history"),
    ATTEMPTED_FIXES("attemptedFixes"),
    SENTIMENT("sentiment"),
    ACCOUNT("account"),
    REPRODUCTION_STEPS("reproductionSteps"),
    LOGS("logs"),
    ENDPOINTS("endpoints"),
    TIMELINE("timeline");

    private final String field;

    HandoffPart(String field) {
        this.field = field;
    }

    /** The field of the record on {@code escalations}. */
    public String field() {
        return field;
    }
}

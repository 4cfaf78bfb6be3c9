package dev.signalbox.decisions.sla;

/** Why a clock changed, apart from its levels. */
public enum ClockCause {
    /** The first scored version set the promise. */
    SCORED,
    /** A solved ticket was opened again. */
    REOPENED,
    /** The ticket is history loaded into the helpdesk: its clock stays silent (I12). */
    IMPORTED,
    /** The ticket was too old when it was first seen: its clock stays silent. */
    OLD_AT_FIRST_SIGHT,
    SEVERITY_RAISED,
    /** Band, plan or contract now promise more. */
    TARGET_SHORTENED,
    HEALTH_FELL,
    SENTIMENT_TURNED_NEGATIVE,
    /** The ticket was escalated for another reason than this clock. */
    ESCALATED,
    AGENT_REPLIED,
    SOLVED,
    MERGED,
    /** A fact that arrived late changed what came after it. */
    HISTORY_REVISED
}

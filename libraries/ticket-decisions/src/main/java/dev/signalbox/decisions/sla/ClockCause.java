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
    /** A holiday was added to the calendar that counts, or taken from it. */
    HOLIDAYS_CHANGED,
    HEALTH_FELL,
    SENTIMENT_TURNED_NEGATIVE,
    /** The ticket was escalated for another reason than this clock. */
    ESCALATED,
    AGENT_REPLIED,
    /** The customer wrote after an answer. */
    CUSTOMER_REPLIED,
    WAITING_ON_CUSTOMER,
    /** The ticket waits for the customer no longer. */
    WAITING_ENDED,
    /** An update was given while an escalation is open: the next one is owed. */
    UPDATED,
    /** The last open escalation of the ticket has ended. */
    ESCALATION_ENDED,
    SOLVED,
    MERGED,
    /** A named person promised less, with a reason. */
    LOOSENED,
    /** A fact that arrived late changed what came after it. */
    HISTORY_REVISED
}

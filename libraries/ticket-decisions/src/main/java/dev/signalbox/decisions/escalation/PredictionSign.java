package dev.signalbox.decisions.escalation;

/** What lets a customer's request for somebody's superior be expected (S50). */
public enum PredictionSign {
    /** The newest message sounds negative. */
    NEGATIVE_SENTIMENT,
    /** It sounded negative before and still does. */
    STILL_NEGATIVE,
    /** A risk word in a complaint. */
    RISK_WORD,
    /** The customer speaks of leaving. */
    CANCELLATION,
    /** The account's health is below the policy's. */
    LOW_HEALTH,
    /** The account's contract is soon to be renewed. */
    RENEWAL_NEAR,
    /** The helpdesk says that the ticket is urgent. */
    HIGH_PRIORITY,
    /** The text names an external deadline. */
    DEADLINE,
    /** The matter is hard. */
    COMPLEX,
    /** The watchdog has warned of a promise or taken the ticket from its owner. */
    CLOCK_WARNED
}

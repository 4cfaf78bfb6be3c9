package dev.signalbox.decisions.routing;

/**
 * Why an agent is not eligible. Qualification is asked before availability, so that {@code AT_CAPACITY} says "would get
 * it if free". The order is the order of asking; the first that applies is told (N2).
 */
public enum Refusal {
    /** T3 is protected and nothing has opened it (S40). */
    T3_PROTECTED,
    WRONG_TIER,
    NOT_IN_POD,
    NOT_SENIOR,
    MISSING_SKILL,
    LANGUAGE,
    /** Had this ticket already and declined it, let it time out or lost it. */
    EXCLUDED,
    NOT_ON_SHIFT,
    OFFLINE,
    AWAY,
    AT_CAPACITY,
    /** Has been given his share of tickets for now (P24). */
    FAIR_SHARE,
    /** Has a free place that is kept for the class which must be answered at once (N11). */
    RESERVED
}

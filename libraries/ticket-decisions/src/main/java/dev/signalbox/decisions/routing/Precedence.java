package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Analysis;

/** Which rule decides how a ticket is routed; the first that applies wins. */
public enum Precedence {
    /** A hard rule or an access revocation: straight to a specialist (S13, S15). */
    HARD_RULE,
    TOTAL_OUTAGE,
    /** The customer asks for a person (S56). */
    PERSON,
    /** Not sure enough what the ticket is about (S7). */
    NEEDS_REVIEW,
    /** The account or the ticket must not be deflected (S58). */
    NEVER_DEFLECT,
    MATRIX;

    /**
     * The first rule that applies.
     *
     * @param reviewed true: a reviewer has answered, or the time for it is over
     */
    public static Precedence of(Analysis analysis, boolean reviewed) {
        if (!analysis.hardRules().isEmpty() || analysis.accessRevocation()) {
            return HARD_RULE;
        }
        if (analysis.totalOutage()) {
            return TOTAL_OUTAGE;
        }
        if (analysis.wantsPerson()) {
            return PERSON;
        }
        if (analysis.needsReview() && !reviewed) {
            return NEEDS_REVIEW;
        }
        return analysis.deflectable() && analysis.deflectionRefusals().isEmpty() ? MATRIX : NEVER_DEFLECT;
    }

    /** True: an owner is looked for at once and an open review runs beside. */
    public boolean beforeReview() {
        return compareTo(NEEDS_REVIEW) < 0;
    }
}

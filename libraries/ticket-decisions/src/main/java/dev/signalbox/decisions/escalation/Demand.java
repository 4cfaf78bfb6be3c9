package dev.signalbox.decisions.escalation;

/** What a section of the policy asks of its values. */
final class Demand {

    private Demand() {}

    /** Refuses the document. */
    static void that(boolean satisfied, String fault) {
        if (!satisfied) {
            throw new IllegalArgumentException(fault);
        }
    }
}

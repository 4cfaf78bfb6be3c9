package dev.signalbox.decisions.policy;

import java.util.List;

/**
 * How one case went.
 *
 * @param mismatches empty: as expected
 * @param reasons why the policy decided as it did
 */
public record CaseOutcome(String name, List<Mismatch> mismatches, List<String> reasons) {

    /** A field that came out otherwise. */
    public record Mismatch(String field, String expected, String actual) {

        public String sentence() {
            return field + ": expected " + expected + ", is " + actual;
        }
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }
}

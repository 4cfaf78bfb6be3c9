package dev.signalbox.decisions.sla;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The {@code sla.dynamic} section of the policy: what moves a running promise (S29, S30). Factors multiply the working
 * time that remains at the moment of their cause.
 *
 * @param healthFall points of health whose loss tightens a promise, 1..100
 * @param healthBelow health below which a promise tightens, 0..100
 * @param healthFactor for either of the two, above 0 and below 1
 * @param sentimentFactor when the customer turns negative, above 0 and below 1
 * @param escalationFactor when the ticket is escalated for another reason than the clock, above 0 and below 1
 * @param leavesAtLeast working time that tightening always leaves from the moment of its cause
 */
public record DynamicPolicy(
        int healthFall,
        int healthBelow,
        BigDecimal healthFactor,
        BigDecimal sentimentFactor,
        BigDecimal escalationFactor,
        Duration leavesAtLeast) {

    public DynamicPolicy {
        requirePoints("healthFall", healthFall, 1);
        requirePoints("healthBelow", healthBelow, 0);
        requireFactor("healthFactor", healthFactor);
        requireFactor("sentimentFactor", sentimentFactor);
        requireFactor("escalationFactor", escalationFactor);
        if (leavesAtLeast == null || leavesAtLeast.isNegative()) {
            throw new IllegalArgumentException(
                    "sla.dynamic.leavesAtLeast must be a duration of zero or more such as PT15M, is " + leavesAtLeast);
        }
    }

    private static void requirePoints(String name, int points, int least) {
        if (points < least || points > 100) {
            throw new IllegalArgumentException(
                    "sla.dynamic." + name + " must be within " + least + "..100, is " + points);
        }
    }

    private static void requireFactor(String name, BigDecimal factor) {
        if (factor == null || factor.signum() <= 0 || factor.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "sla.dynamic." + name + " must be above 0 and below 1, for example 0.75, is " + factor);
        }
    }
}

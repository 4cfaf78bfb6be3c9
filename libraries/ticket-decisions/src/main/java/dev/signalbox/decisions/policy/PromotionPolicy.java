package dev.signalbox.decisions.policy;

import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The {@code promotion} section of the policy: what must hold before another policy takes its place (S78, N7, N8).
 *
 * @param shadowFor how long another policy decides beside it before it may be promoted
 * @param odds how unequal counts as unfair: one plan is harmed so many times as often as another, above 1
 * @param falseAlarm the greatest chance that a fair policy is called unfair, for each plan and objective, 0 to 1
 * @param costOfABreach what a broken promise costs, in whole units of money (S28)
 * @param reassignment what it costs when a ticket goes from one agent to another (S82)
 */
public record PromotionPolicy(
        Duration shadowFor,
        BigDecimal odds,
        BigDecimal falseAlarm,
        BigDecimal costOfABreach,
        Reassignment reassignment) {

    /**
     * What one reassignment costs.
     *
     * @param resolution how much later the ticket is resolved
     * @param work time of all agents together
     */
    public record Reassignment(Duration resolution, Duration work) {

        /** For documents that were written before it could be said. */
        static final Reassignment USUAL = new Reassignment(Duration.ofMinutes(47), Duration.ofMinutes(11));

        public Reassignment {
            Allowed.notNegative("promotion.reassignment.resolution", resolution);
            Allowed.notNegative("promotion.reassignment.work", work);
        }
    }

    public PromotionPolicy {
        reassignment = reassignment == null ? Reassignment.USUAL : reassignment;
        Allowed.notNegative("promotion.shadowFor", shadowFor);
        if (odds == null || odds.compareTo(BigDecimal.ONE) <= 0) {
            throw new IllegalArgumentException("promotion.odds is " + odds + ": allowed is a number above 1 such as 3");
        }
        if (Allowed.share("promotion.falseAlarm", falseAlarm).signum() == 0) {
            throw new IllegalArgumentException("promotion.falseAlarm is 0: allowed is a share above 0 such as 0.001");
        }
        if (costOfABreach == null || costOfABreach.signum() < 0) {
            throw new IllegalArgumentException(
                    "promotion.costOfABreach is " + costOfABreach + ": allowed is 0 or more");
        }
    }
}

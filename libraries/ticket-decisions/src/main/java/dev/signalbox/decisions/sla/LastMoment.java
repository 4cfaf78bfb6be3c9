package dev.signalbox.decisions.sla;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The {@code sla.watchdog.lastMoment} section of the policy: how early the reassign level must come so that somebody
 * else can still keep the promise (N5). All durations are working time.
 *
 * @param handOver what handing a ticket over takes, zero or more
 * @param quantile share of an agent's first replies that came within the time reckoned with, above 0 and below 1
 * @param notBefore percent of the clock before which the level never comes, 1..99
 * @param learnedFrom first replies from which on an agent's own times count instead of everybody's, 1 or more
 */
public record LastMoment(Duration handOver, BigDecimal quantile, int notBefore, int learnedFrom) {

    public LastMoment {
        if (handOver == null || handOver.isNegative()) {
            throw new IllegalArgumentException(
                    "sla.watchdog.lastMoment.handOver must be a duration of zero or more such as PT11M, is "
                            + handOver);
        }
        if (quantile == null || quantile.signum() <= 0 || quantile.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "sla.watchdog.lastMoment.quantile must be above 0 and below 1, for example 0.9, is " + quantile);
        }
        if (notBefore < 1 || notBefore >= Level.DEADLINE) {
            throw new IllegalArgumentException(
                    "sla.watchdog.lastMoment.notBefore must be within 1..99, is " + notBefore);
        }
        if (learnedFrom < 1) {
            throw new IllegalArgumentException(
                    "sla.watchdog.lastMoment.learnedFrom must be 1 or more, is " + learnedFrom);
        }
    }

    /** What has to fit before the deadline, given the next agent's usual time to a first reply. */
    public Duration handOverWith(Duration usualReply) {
        return handOver.plus(usualReply);
    }
}

package dev.signalbox.decisions.escalation;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Shares of incoming tickets above which escalation rates alarm (S41, C2), 0..1.
 *
 * @param window tickets first seen within this count
 */
public record RateLimits(Duration window, BigDecimal t1ToT2, BigDecimal t2ToT3, BigDecimal overall) {

    public RateLimits {
        Demand.that(
                window != null && window.compareTo(Duration.ZERO) > 0,
                "escalation.rates.window must be a positive duration, for example P30D");
        share(t1ToT2, "t1ToT2");
        share(t2ToT3, "t2ToT3");
        share(overall, "overall");
    }

    private static void share(BigDecimal value, String name) {
        Demand.that(
                value != null && value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0,
                "escalation.rates." + name + " must be above 0 and at most 1");
    }
}

package dev.signalbox.decisions.routing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;

/** The time within which a ticket has to be answered. */
public record Window(Instant from, Instant due) {

    /** The moment at which a share of the window has passed. */
    public Instant at(BigDecimal share) {
        Duration length = Duration.between(from, due);
        long millis = share.multiply(BigDecimal.valueOf(Math.max(0, length.toMillis())))
                .longValue();
        return from.plusMillis(millis);
    }

    /** Share that has passed, 0 before the start, above 1 after the deadline. */
    public BigDecimal elapsed(Instant now) {
        long length = Duration.between(from, due).toMillis();
        if (length <= 0) {
            return BigDecimal.ONE;
        }
        BigDecimal passed = BigDecimal.valueOf(Duration.between(from, now).toMillis());
        return passed.divide(BigDecimal.valueOf(length), MathContext.DECIMAL32).max(BigDecimal.ZERO);
    }
}

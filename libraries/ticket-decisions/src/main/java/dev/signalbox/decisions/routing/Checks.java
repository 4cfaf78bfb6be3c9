package dev.signalbox.decisions.routing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the policy's records ask of their fields, with messages that say where and what is allowed. */
final class Checks {

    private Checks() {}

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    static BigDecimal share(String field, @Nullable BigDecimal value) {
        BigDecimal share = present(field, value);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(field + ": " + share.toPlainString() + "; allowed: 0 to 1");
        }
        return share;
    }

    static int between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + ": " + value + "; allowed: " + least + " to " + most);
        }
        return value;
    }
}

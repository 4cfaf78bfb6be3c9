package dev.signalbox.decisions.severity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a policy may say; every refusal names the field, the value and what is allowed. */
final class Allowed {

    private Allowed() {}

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    static BigDecimal share(String field, @Nullable BigDecimal value) {
        BigDecimal share = present(field, value);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(field + " is " + share.toPlainString() + ": allowed are 0 to 1");
        }
        return share;
    }

    static long between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " is " + value + ": allowed are " + least + " to " + most);
        }
        return value;
    }
}

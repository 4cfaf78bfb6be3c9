package dev.signalbox.decisions.validation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a policy may say; every refusal is an IllegalArgumentException that names the field, the value and what is allowed. */
public final class Allowed {

    private Allowed() {}

    /** The value, which must be there. */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** The value, which must be there and from 0 to 1. */
    public static BigDecimal share(String field, @Nullable BigDecimal value) {
        BigDecimal share = present(field, value);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(field + " is " + share.toPlainString() + ": allowed are 0 to 1");
        }
        return share;
    }

    /** The value, which must be from the least to the most, both included. */
    public static int between(String field, int value, int least, int most) {
        between(field, (long) value, least, most);
        return value;
    }

    /** As {@link #between(String, int, int, int)}. */
    public static void between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " is " + value + ": allowed are " + least + " to " + most);
        }
    }

    /** The value, which must be there and zero or more. */
    public static Duration notNegative(String field, @Nullable Duration value) {
        Duration duration = present(field, value);
        if (duration.isNegative()) {
            throw new IllegalArgumentException(field + " is " + duration + ": allowed is a duration of PT0S or more");
        }
        return duration;
    }

    /** The value, which must be there and above zero. */
    public static Duration positive(String field, @Nullable Duration value) {
        Duration duration = notNegative(field, value);
        if (duration.isZero()) {
            throw new IllegalArgumentException(field + " is PT0S: allowed is a duration above zero such as PT30M");
        }
        return duration;
    }

    /**
     * Nothing is wrong.
     *
     * @param faults one sentence each, beginning with the field
     * @throws SeveralFaults with all of them
     */
    public static void without(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new SeveralFaults(faults);
        }
    }
}

package dev.signalbox.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take: business days or working time, which are different units (I25). {@code P1D} is one
 * business day, {@code PT24H} are 24 working hours, about three days of an office.
 *
 * @param days business days, 0 or more
 * @param time working time, zero where there are days
 */
public record WorkTime(int days, Duration time) {

    private static final Pattern DAYS = Pattern.compile("P(\\d{1,4})D");

    public WorkTime {
        if (days < 0 || (days > 0 && !time.isZero())) {
            throw new IllegalArgumentException("Either business days or working time, not " + days + " and " + time);
        }
    }

    /** That much working time. */
    public static WorkTime of(Duration time) {
        return new WorkTime(0, time);
    }

    /** That many business days. */
    public static WorkTime ofDays(int days) {
        return new WorkTime(days, Duration.ZERO);
    }

    /**
     * Reads an ISO 8601 duration.
     *
     * @throws IllegalArgumentException if it is none, or mixes the units
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WorkTime parse(String text) {
        Matcher days = DAYS.matcher(text);
        if (days.matches()) {
            return ofDays(Integer.parseInt(days.group(1)));
        }
        if (!text.startsWith("PT") && !text.startsWith("-PT")) {
            throw unreadable(text, null);
        }
        try {
            return of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            throw unreadable(text, e);
        }
    }

    private static IllegalArgumentException unreadable(String text, @Nullable DateTimeParseException cause) {
        return new IllegalArgumentException(
                "is " + text + "; allowed is working time such as PT4H, or business days such as P1D", cause);
    }

    /** Whether it is above zero. */
    public boolean isPositive() {
        return days > 0 || (!time.isNegative() && !time.isZero());
    }

    @Override
    @JsonValue
    public String toString() {
        return days > 0 ? "P" + days + "D" : time.toString();
    }
}

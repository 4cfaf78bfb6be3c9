package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.decisions.sla.calendar.Calendars;
import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;

/**
 * The time within which a ticket has to be answered. Shares of it are shares of its working time (P7): half of a window
 * from Friday 17:00 to Monday 11:00 may have passed on Monday at 10:00.
 *
 * @param calendar that counts it
 */
public record Window(Instant from, Instant due, WorkCalendar calendar) {

    /** The window of a promise that counts from a moment. */
    static Window of(Instant from, SlaTarget target, Calendars calendars) {
        WorkCalendar calendar = calendars.calendar(target.calendar());
        return new Window(from, calendar.after(from, target.promise()), calendar);
    }

    Window until(Instant other) {
        return new Window(from, other, calendar);
    }

    /** The moment at which a share of the window has passed, to the millisecond. */
    public Instant at(BigDecimal share) {
        long working = Math.max(0, calendar.between(from, due).toMillis());
        return calendar.after(
                from,
                Duration.ofMillis(share.multiply(BigDecimal.valueOf(working)).longValue()));
    }

    /** Share that has passed, 0 before the start, above 1 after the deadline. */
    public BigDecimal elapsed(Instant now) {
        long length = calendar.between(from, due).toMillis();
        if (length <= 0) {
            return BigDecimal.ONE;
        }
        BigDecimal passed = BigDecimal.valueOf(calendar.between(from, now).toMillis());
        return passed.divide(BigDecimal.valueOf(length), MathContext.DECIMAL32).max(BigDecimal.ZERO);
    }
}

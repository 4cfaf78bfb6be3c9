package dev.signalbox.decisions.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time within which the clocks of a zone are not changed: local time passes as moments do.
 *
 * @param from {@link Instant#MIN}: since ever
 * @param to {@link Instant#MAX}: for ever
 * @param offset seconds by which local time is ahead of UTC
 */
record SteadySpan(WorkingWeek week, Instant from, Instant to, long offset) {

    /** Working time from one moment of the span to a later one. */
    Duration between(Instant one, Instant later) {
        return worked(later).minus(worked(one));
    }

    /** The first moment by which so much working time, above zero, has passed; null if none of the span. */
    @Nullable
    Instant after(Instant start, Duration working) {
        if (to.isBefore(Instant.MAX) && between(start, to).compareTo(working) < 0) {
            return null;
        }
        Duration goal = worked(start).plus(working);
        long whole = goal.getSeconds() + (goal.getNano() > 0 ? 1 : 0);
        long second = week.firstWith(local(start), whole, local(to));
        return Instant.ofEpochSecond(second - offset)
                .minus(Duration.ofSeconds(whole).minus(goal));
    }

    /** The last moment from which so much working time, above zero, passes until the end; null if none of the span. */
    @Nullable
    Instant before(Instant end, Duration working) {
        if (from.isAfter(Instant.MIN) && between(from, end).compareTo(working) < 0) {
            return null;
        }
        Duration goal = worked(end).minus(working);
        long second = week.lastWith(local(end), goal.getSeconds(), local(from));
        return Instant.ofEpochSecond(second - offset, goal.getNano());
    }

    private Duration worked(Instant at) {
        long second = at.getEpochSecond() + offset;
        int nanos = at.getNano() > 0 && week.open(second) ? at.getNano() : 0;
        return Duration.ofSeconds(week.worked(second), nanos);
    }

    private long local(Instant at) {
        return at.getEpochSecond() + offset;
    }
}

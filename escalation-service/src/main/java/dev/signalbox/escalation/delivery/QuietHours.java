package dev.signalbox.escalation.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an endpoint does not want to be told of what can wait (I10); has nothing to do with the calendar of clocks.
 *
 * @param from inclusive; later than {@code to}: over midnight
 * @param to exclusive
 */
record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** The time itself if it is not quiet, otherwise when the quiet hours end. */
    Instant endOr(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        LocalTime clock = local.toLocalTime();
        boolean afterFrom = !clock.isBefore(from);
        boolean beforeTo = clock.isBefore(to);
        boolean overMidnight = from.isAfter(to);
        if (overMidnight ? !afterFrom && !beforeTo : !afterFrom || !beforeTo) {
            return time;
        }
        ZonedDateTime end = local.toLocalDate().atTime(to).atZone(zone);
        return (end.toInstant().isAfter(time)
                        ? end
                        : local.toLocalDate().plusDays(1).atTime(to).atZone(zone))
                .toInstant();
    }
}

package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent's shifts in his own time zone; no shifts: always on shift. */
record WorkingHours(ZoneId zone, List<Shift> shifts) {

    private static final int DAYS_AHEAD = 8;

    boolean covers(Instant now) {
        if (shifts.isEmpty()) {
            return true;
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        for (Shift shift : shifts) {
            if (covers(shift, today, now) || covers(shift, today.minusDays(1), now)) {
                return true;
            }
        }
        return false;
    }

    /** The next start of a shift after {@code now}, or null without shifts. */
    @Nullable
    Instant nextStart(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant next = null;
        for (Shift shift : shifts) {
            for (int day = 0; day < DAYS_AHEAD; day++) {
                LocalDate date = today.plusDays(day);
                Instant start = date.atTime(shift.from()).atZone(zone).toInstant();
                if (shift.days().contains(date.getDayOfWeek()) && start.isAfter(now)) {
                    next = next == null || start.isBefore(next) ? start : next;
                    break;
                }
            }
        }
        return next;
    }

    private boolean covers(Shift shift, LocalDate date, Instant now) {
        if (!shift.days().contains(date.getDayOfWeek())) {
            return false;
        }
        ZonedDateTime start = date.atTime(shift.from()).atZone(zone);
        boolean overnight = !shift.to().isAfter(shift.from());
        ZonedDateTime end = date.plusDays(overnight ? 1 : 0).atTime(shift.to()).atZone(zone);
        return !now.isBefore(start.toInstant()) && now.isBefore(end.toInstant());
    }
}

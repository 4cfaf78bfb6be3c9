package dev.signalbox.decisions.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * One calendar before a moment and another from then on (P5).
 *
 * @param moment from which {@code after} counts
 */
record SwitchedCalendar(WorkCalendar before, Instant moment, WorkCalendar after) implements WorkCalendar {

    @Override
    public Instant after(Instant from, Duration working) {
        boolean startsBefore = from.isBefore(moment);
        WorkCalendar own = startsBefore ? before : after;
        Duration untilSwitch = own.between(from, moment);
        if (startsBefore != working.isNegative() && working.abs().compareTo(untilSwitch.abs()) > 0) {
            return (startsBefore ? after : before).after(moment, working.minus(untilSwitch));
        }
        return own.after(from, working);
    }

    /** As long as that many days of the later calendar; what has passed of them counts as it was counted. */
    @Override
    public Instant afterDays(Instant from, int businessDays) {
        Instant due = after.afterDays(from, businessDays);
        boolean countedAlike =
                !from.isBefore(moment) || before.between(from, moment).equals(after.between(from, moment));
        return countedAlike && !due.isBefore(moment) ? due : after(from, after.between(from, due));
    }

    @Override
    public WorkCalendar until(Instant later, WorkCalendar next) {
        return after.equals(next) ? this : new SwitchedCalendar(this, later, next);
    }

    @Override
    public Duration between(Instant from, Instant to) {
        if (from.isBefore(moment) == to.isBefore(moment)) {
            return (from.isBefore(moment) ? before : after).between(from, to);
        }
        return from.isBefore(moment)
                ? before.between(from, moment).plus(after.between(moment, to))
                : after.between(from, moment).plus(before.between(moment, to));
    }

    @Override
    public List<LocalDate> skippedDays(Instant from, Instant to) {
        if (!from.isBefore(moment)) {
            return after.skippedDays(from, to);
        }
        return to.isBefore(moment)
                ? before.skippedDays(from, to)
                : Stream.concat(before.skippedDays(from, moment).stream(), after.skippedDays(moment, to).stream())
                        .distinct()
                        .toList();
    }
}

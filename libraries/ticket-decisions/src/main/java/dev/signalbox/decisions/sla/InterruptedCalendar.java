package dev.signalbox.decisions.sla;

import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A calendar with a break: what was not worked in the break anyway is not added a second time (I18). */
record InterruptedCalendar(WorkCalendar calendar, Pause pause) implements WorkCalendar {

    @Override
    public Instant after(Instant from, Duration working) {
        return working.isNegative() ? before(from, working) : forward(from, working);
    }

    private Instant forward(Instant from, Duration working) {
        Instant uninterrupted = calendar.after(from, working);
        if (working.isZero() || !pause.until().isAfter(from) || !uninterrupted.isAfter(pause.from())) {
            return uninterrupted;
        }
        Duration before = from.isBefore(pause.from()) ? calendar.between(from, pause.from()) : Duration.ZERO;
        return calendar.after(later(from, pause.until()), working.minus(before));
    }

    private Instant before(Instant from, Duration working) {
        Instant uninterrupted = calendar.after(from, working);
        if (!pause.from().isBefore(from) || !uninterrupted.isBefore(pause.until())) {
            return uninterrupted;
        }
        Duration behind = from.isAfter(pause.until()) ? calendar.between(pause.until(), from) : Duration.ZERO;
        return calendar.after(earlier(from, pause.from()), working.plus(behind));
    }

    /** As long as that many days of the calendar; the break is added. */
    @Override
    public Instant afterDays(Instant from, int businessDays) {
        Instant uninterrupted = calendar.afterDays(from, businessDays);
        boolean apart = !pause.until().isAfter(from) || !uninterrupted.isAfter(pause.from());
        return apart ? uninterrupted : after(from, calendar.between(from, uninterrupted));
    }

    @Override
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Instant begin = later(from, pause.from());
        Instant end = earlier(to, pause.until());
        Duration all = calendar.between(from, to);
        return begin.isBefore(end) ? all.minus(calendar.between(begin, end)) : all;
    }

    @Override
    public List<LocalDate> skippedDays(Instant from, Instant to) {
        return calendar.skippedDays(from, to);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

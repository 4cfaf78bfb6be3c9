package dev.signalbox.decisions.sla;

import java.time.Duration;
import java.time.Instant;

/** A calendar with a break: what was not worked in the break anyway is not added a second time (I18). */
record InterruptedCalendar(WorkCalendar calendar, Pause pause) implements WorkCalendar {

    @Override
    public Instant after(Instant from, Duration working) {
        Instant uninterrupted = calendar.after(from, working);
        if (!pause.until().isAfter(from) || !uninterrupted.isAfter(pause.from())) {
            return uninterrupted;
        }
        Duration before = from.isBefore(pause.from()) ? calendar.between(from, pause.from()) : Duration.ZERO;
        return calendar.after(later(from, pause.until()), working.minus(before));
    }

    @Override
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Instant begin = later(from, pause.from());
        Instant end = to.isBefore(pause.until()) ? to : pause.until();
        Duration all = calendar.between(from, to);
        return begin.isBefore(end) ? all.minus(calendar.between(begin, end)) : all;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

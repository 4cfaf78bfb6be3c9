package dev.signalbox.decisions.sla;

import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Counts minute by minute: slow, and too simple to be wrong. Knows whole minutes only.
 *
 * @param works whether the minute that begins so many minutes after the epoch counts
 */
record MinuteCalendar(LongPredicate works) implements WorkCalendar {

    /** A calendar with breaks. */
    static WorkCalendar interrupted(WorkCalendar calendar, List<Pause> pauses) {
        WorkCalendar interrupted = calendar;
        for (Pause pause : pauses) {
            interrupted = new InterruptedCalendar(interrupted, pause);
        }
        return interrupted;
    }

    @Override
    public Instant after(Instant from, Duration working) {
        long left = working.toMinutes();
        long minute = from.getEpochSecond() / 60;
        while (left > 0) {
            left -= works.test(minute) ? 1 : 0;
            minute++;
        }
        return Instant.ofEpochSecond(minute * 60);
    }

    @Override
    public Instant afterDays(Instant from, int businessDays) {
        throw new UnsupportedOperationException("It knows minutes only");
    }

    @Override
    public List<LocalDate> skippedDays(Instant from, Instant to) {
        throw new UnsupportedOperationException("It knows minutes only");
    }

    @Override
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        long counted = 0;
        for (long minute = from.getEpochSecond() / 60; minute < to.getEpochSecond() / 60; minute++) {
            counted += works.test(minute) ? 1 : 0;
        }
        return Duration.ofMinutes(counted);
    }
}

package dev.signalbox.decisions.sla.calendar;

import dev.signalbox.contracts.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Counts working time: the only place that knows which hours count (I6). */
public interface WorkCalendar {

    /**
     * The first moment by which that much working time has passed since {@code from}. Negative: the last moment from
     * which that much passes until {@code from}.
     */
    Instant after(Instant from, Duration working);

    /**
     * The same local time that many business days later (I25). A day is counted to which work belongs that starts on it.
     * A moment outside working time counts as the next opening; where the later day is closed at that time, its last
     * closing before counts, or its opening if there is none.
     *
     * @param businessDays 1 or more
     */
    Instant afterDays(Instant from, int businessDays);

    /** Working time between two moments; negative if {@code to} comes before {@code from}. */
    Duration between(Instant from, Instant to);

    /** Local dates from the first moment's to the second's that have no working time at all, in order. */
    List<LocalDate> skippedDays(Instant from, Instant to);

    /** The moment by which a promise made at {@code from} is to be kept. */
    default Instant after(Instant from, WorkTime promise) {
        return promise.days() > 0 ? afterDays(from, promise.days()) : after(from, promise.time());
    }

    /** This calendar until a moment, and another from then on: what has passed stays as it was counted (P5). */
    default WorkCalendar until(Instant moment, WorkCalendar next) {
        return equals(next) ? this : new SwitchedCalendar(this, moment, next);
    }
}

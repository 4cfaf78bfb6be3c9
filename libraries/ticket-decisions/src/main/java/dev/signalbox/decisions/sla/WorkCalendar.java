package dev.signalbox.decisions.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts working time: the only place that knows which hours count (I6). */
public interface WorkCalendar {

    /** Every hour counts. */
    WorkCalendar AROUND_THE_CLOCK = new WorkCalendar() {
        @Override
        public Instant after(Instant from, Duration working) {
            return from.plus(working);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return Duration.between(from, to);
        }
    };

    /** The moment at which that much working time has passed since {@code from}. */
    Instant after(Instant from, Duration working);

    /** Working time between two moments; negative if {@code to} comes before {@code from}. */
    Duration between(Instant from, Instant to);

    /** This calendar with breaks in which nothing counts (P9). */
    default WorkCalendar without(List<Pause> pauses) {
        WorkCalendar calendar = this;
        for (Pause pause : pauses) {
            calendar = new InterruptedCalendar(calendar, pause);
        }
        return calendar;
    }
}

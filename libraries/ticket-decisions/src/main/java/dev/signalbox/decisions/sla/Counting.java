package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * By which calendar the promises of a case are counted, and from when.
 *
 * @param because why this one
 * @param from creation of the ticket
 */
record Counting(String name, String because, WorkCalendar calendar, Instant from) {

    Instant due(WorkTime promise) {
        return calendar.after(from, promise);
    }

    Duration working(WorkTime promise) {
        return promise.days() > 0 ? calendar.between(from, due(promise)) : promise.time();
    }
}

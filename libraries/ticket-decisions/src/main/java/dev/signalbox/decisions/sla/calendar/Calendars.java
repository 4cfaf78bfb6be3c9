package dev.signalbox.decisions.sla.calendar;

/** The calendars of a policy. */
@FunctionalInterface
public interface Calendars {

    /** The calendar that counts for a promise which names it; one for every name. */
    WorkCalendar calendar(String name);
}

package dev.signalbox.decisions.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The calendar that never closes: every hour counts, and a business day is 24 of them. */
public enum AroundTheClock implements WorkCalendar {
    CALENDAR;

    @Override
    public Instant after(Instant from, Duration working) {
        return from.plus(working);
    }

    @Override
    public Instant afterDays(Instant from, int businessDays) {
        return from.plus(Duration.ofDays(BusinessCalendar.atLeastOne(businessDays)));
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return Duration.between(from, to);
    }

    @Override
    public List<LocalDate> skippedDays(Instant from, Instant to) {
        return List.of();
    }
}

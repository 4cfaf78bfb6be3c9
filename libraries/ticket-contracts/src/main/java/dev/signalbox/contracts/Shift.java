package dev.signalbox.contracts;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** Working hours on some weekdays in the agent's time zone; {@code to} before {@code from} ends on the next day. */
public record Shift(List<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Shift {
        days = days == null ? List.of() : List.copyOf(days);
    }
}

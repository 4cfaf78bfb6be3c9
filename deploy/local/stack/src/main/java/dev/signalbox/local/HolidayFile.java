package dev.signalbox.local;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;

/** Whole-day events of an iCalendar file (RFC 5545), as local dates. */
final class HolidayFile {

    private final Path file;

    HolidayFile(Path file) {
        this.file = file;
    }

    /**
     * The dates on which an event takes place, from the first day to the last, both included. Events that repeat are
     * repeated as far; cancelled ones are left out.
     *
     * @throws StackFailure if the file cannot be read, has no event, or one without a date or with a time of day
     */
    SortedSet<LocalDate> dates(LocalDate first, LocalDate last) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        boolean events = false;
        try (ICalReader reader = new ICalReader(file.toFile())) {
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                for (VEvent event : calendar.getEvents()) {
                    events = true;
                    add(event, first, last, dates);
                }
            }
        } catch (IOException e) {
            throw new StackFailure("The holidays of " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (!events) {
            throw new StackFailure("The file " + file + " has no VEVENT: it is no iCalendar file of holidays.");
        }
        return dates;
    }

    private void add(VEvent event, LocalDate first, LocalDate last, SortedSet<LocalDate> dates) {
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            return;
        }
        String name =
                event.getSummary() == null ? "An event" : event.getSummary().getValue();
        LocalDate start = day(name, "DTSTART", event.getDateStart());
        long days = 1;
        if (event.getDateEnd() != null) {
            days = Math.max(1, ChronoUnit.DAYS.between(start, day(name, "DTEND", event.getDateEnd())));
        } else if (event.getDuration() != null) {
            days = Math.max(
                    1,
                    event.getDuration().getValue().toMillis()
                            / ChronoUnit.DAYS.getDuration().toMillis());
        }
        DateIterator starts = event.getDateIterator(TimeZone.getDefault());
        while (starts.hasNext()) {
            LocalDate from = local(starts.next());
            if (from.isAfter(last)) {
                return;
            }
            from.datesUntil(from.plusDays(days))
                    .filter(date -> !date.isBefore(first) && !date.isAfter(last))
                    .forEach(dates::add);
        }
    }

    private LocalDate day(String name, String field, DateOrDateTimeProperty property) {
        ICalDate value = property == null ? null : property.getValue();
        if (value == null || value.hasTime()) {
            throw new StackFailure(name + " in " + file + " needs a " + field
                    + " that is a date, such as DTSTART;VALUE=DATE:20261225: a holiday is a whole day.");
        }
        return local(value);
    }

    private static LocalDate local(Date date) {
        return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
    }
}

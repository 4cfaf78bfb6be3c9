package dev.signalbox.local;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;

/** Events with a time in an iCalendar file (RFC 5545), as on-call schedules are exported: who they name is on call. */
final class ShiftFile {

    private final Path file;

    ShiftFile(Path file) {
        this.file = file;
    }

    /**
     * Somebody is on call.
     *
     * @param from inclusive
     * @param to exclusive
     */
    record Shift(Instant from, Instant to, String who) {}

    /**
     * The shifts that touch a span of time, {@code last} excluded. Events that repeat are repeated, single times that were
     * moved are where they were moved to, cancelled ones are left out. A shift ends at the same local time however the
     * clocks change meanwhile, so that a rotation has no gap.
     *
     * @throws StackFailure if the file cannot be read, has no event, or one without times, zone or name
     */
    List<Shift> shifts(Instant first, Instant last) {
        List<Shift> shifts = new ArrayList<>();
        boolean events = false;
        try (ICalReader reader = new ICalReader(file.toFile())) {
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                Map<String, Set<Instant>> moved = moved(calendar);
                for (VEvent event : calendar.getEvents()) {
                    events = true;
                    add(calendar, event, moved.getOrDefault(uid(event), Set.of()), first, last, shifts);
                }
            }
        } catch (IOException e) {
            throw new StackFailure("The shifts of " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (!events) {
            throw new StackFailure("The file " + file + " has no VEVENT: it is no iCalendar file of on-call shifts.");
        }
        return shifts;
    }

    /** For each event the times of its rule that a RECURRENCE-ID replaces. */
    private static Map<String, Set<Instant>> moved(ICalendar calendar) {
        Map<String, Set<Instant>> moved = new HashMap<>();
        for (VEvent event : calendar.getEvents()) {
            if (event.getRecurrenceId() != null) {
                moved.computeIfAbsent(uid(event), unseen -> new HashSet<>())
                        .add(event.getRecurrenceId().getValue().toInstant());
            }
        }
        return moved;
    }

    private void add(
            ICalendar calendar, VEvent event, Set<Instant> moved, Instant first, Instant last, List<Shift> shifts) {
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            return;
        }
        String who = who(event);
        TimeZone zone = zone(calendar, who, "DTSTART", event.getDateStart());
        long length = local(end(calendar, who, event), zone)
                - local(event.getDateStart().getValue().getTime(), zone);
        if (length <= 0) {
            throw new StackFailure("The shift of " + who + " in " + file + " ends before it begins.");
        }
        boolean single = event.getRecurrenceId() != null;
        DateIterator starts = event.getDateIterator(zone);
        while (starts.hasNext()) {
            Instant from = starts.next().toInstant();
            if (!from.isBefore(last)) {
                return;
            }
            Instant to = Instant.ofEpochMilli(moment(local(from.toEpochMilli(), zone) + length, zone));
            if (to.isAfter(first) && (single || !moved.contains(from))) {
                shifts.add(new Shift(from, to, who));
            }
        }
    }

    private long end(ICalendar calendar, String who, VEvent event) {
        if (event.getDateEnd() == null && event.getDuration() != null) {
            return event.getDateStart().getValue().getTime()
                    + event.getDuration().getValue().toMillis();
        }
        zone(calendar, who, "DTEND", event.getDateEnd());
        return event.getDateEnd().getValue().getTime();
    }

    /** Whoever attends, or else the title, as on-call tools export it. */
    private String who(VEvent event) {
        String attendee = event.getAttendees().isEmpty()
                ? null
                : event.getAttendees().get(0).getEmail();
        String title = event.getSummary() == null ? null : event.getSummary().getValue();
        String who = attendee == null ? title : attendee;
        if (who == null || who.isBlank()) {
            throw new StackFailure("A shift in " + file + " names nobody: it needs a SUMMARY or an ATTENDEE.");
        }
        return who.strip();
    }

    private TimeZone zone(ICalendar calendar, String who, String field, DateOrDateTimeProperty time) {
        if (time == null
                || !time.getValue().hasTime()
                || calendar.getTimezoneInfo().isFloating(time)) {
            throw new StackFailure("The shift of " + who + " in " + file + " needs a " + field
                    + " with a time and a zone, such as DTSTART:20261127T080000Z.");
        }
        TimezoneAssignment zone = calendar.getTimezoneInfo().getTimezone(time);
        return zone == null ? TimeZone.getTimeZone(ZoneOffset.UTC) : zone.getTimeZone();
    }

    private static String uid(VEvent event) {
        return event.getUid() == null ? "" : event.getUid().getValue();
    }

    /** Milliseconds on the zone's wall; the file's own zones have no {@code java.time.ZoneId}. */
    private static long local(long moment, TimeZone zone) {
        return moment + zone.getOffset(moment);
    }

    private static long moment(long local, TimeZone zone) {
        return local - zone.getOffset(local - zone.getRawOffset());
    }
}

package dev.signalbox.decisions.sla.calendar;

import dev.signalbox.contracts.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The meaning of a calendar, written down as plainly as possible: it looks at every single minute. */
record BruteForce(
        ZoneId zone, List<Shift> hours, Set<LocalDate> holidays, Map<LocalDate, List<LocalDateTime[]>> opened) {

    BruteForce(ZoneId zone, List<Shift> hours, Set<LocalDate> holidays) {
        this(zone, hours, holidays, new HashMap<>());
    }

    boolean counts(Instant minute) {
        return businessDayOf(minute) != null;
    }

    /** The day to which the work done in a minute belongs, or null if none is done. */
    LocalDate businessDayOf(Instant minute) {
        LocalDateTime local = minute.atZone(zone).toLocalDateTime();
        LocalDate today = local.toLocalDate();
        LocalDate yesterday = today.minusDays(1);
        if (covers(yesterday, local)) {
            return yesterday;
        }
        return covers(today, local) ? today : null;
    }

    private boolean covers(LocalDate day, LocalDateTime local) {
        for (LocalDateTime[] open : opened.computeIfAbsent(day, this::hoursOf)) {
            if (!local.isBefore(open[0]) && local.isBefore(open[1])) {
                return true;
            }
        }
        return false;
    }

    private List<LocalDateTime[]> hoursOf(LocalDate day) {
        return holidays.contains(day)
                ? List.of()
                : hours.stream()
                        .filter(shift -> shift.days().contains(day.getDayOfWeek()))
                        .map(shift -> new LocalDateTime[] {day.atTime(shift.from()), end(day, shift)})
                        .toList();
    }

    private boolean opens(LocalDate day) {
        return !hoursOf(day).isEmpty();
    }

    private static LocalDateTime end(LocalDate day, Shift shift) {
        return day.plusDays(shift.to().isAfter(shift.from()) ? 0 : 1).atTime(shift.to());
    }

    long minutesBetween(Instant from, Instant to) {
        long minutes = 0;
        for (Instant at = from; at.isBefore(to); at = at.plus(1, ChronoUnit.MINUTES)) {
            minutes += counts(at) ? 1 : 0;
        }
        return minutes;
    }

    Instant after(Instant from, long minutes) {
        Instant at = from;
        for (long left = minutes; left > 0; at = at.plus(1, ChronoUnit.MINUTES)) {
            left -= counts(at) ? 1 : 0;
        }
        return at;
    }

    Instant before(Instant to, long minutes) {
        Instant at = to;
        for (long left = minutes; left > 0; ) {
            at = at.minus(1, ChronoUnit.MINUTES);
            left -= counts(at) ? 1 : 0;
        }
        return at;
    }

    Instant afterDays(Instant from, int days) {
        Instant opening = from;
        while (!counts(opening)) {
            opening = opening.plus(1, ChronoUnit.MINUTES);
        }
        LocalDate day = businessDayOf(opening);
        LocalDate later = day;
        for (int left = days; left > 0; ) {
            later = later.plusDays(1);
            left -= opens(later) ? 1 : 0;
        }
        LocalDateTime same = opening.atZone(zone).toLocalDateTime().plusDays(ChronoUnit.DAYS.between(day, later));
        return moment(openOrJustClosed(later, same));
    }

    private LocalDateTime openOrJustClosed(LocalDate day, LocalDateTime wanted) {
        LocalDateTime at = wanted;
        LocalDateTime midnight = day.atStartOfDay();
        while (!at.isBefore(midnight)) {
            if (covers(day, at) || covers(day, at.minusMinutes(1))) {
                return at;
            }
            at = at.minusMinutes(1);
        }
        at = midnight;
        while (!covers(day, at)) {
            at = at.plusMinutes(1);
        }
        return at;
    }

    /** Looks for the first moment that shows that local time, or, where it is left out, one after it. */
    private Instant moment(LocalDateTime local) {
        Instant at = local.toInstant(ZoneOffset.UTC).minus(16, ChronoUnit.HOURS);
        while (at.atZone(zone).toLocalDateTime().isBefore(local)) {
            at = at.plus(1, ChronoUnit.MINUTES);
        }
        return at;
    }

    List<LocalDate> skippedDays(LocalDate first, LocalDate last) {
        Set<LocalDate> worked = new TreeSet<>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (int minute = 0; minute < 24 * 60; minute++) {
                LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
                if (covers(date, local) || covers(date.minusDays(1), local)) {
                    worked.add(date);
                    break;
                }
            }
        }
        List<LocalDate> skipped =
                new ArrayList<>(first.datesUntil(last.plusDays(1)).toList());
        skipped.removeAll(worked);
        return skipped;
    }
}

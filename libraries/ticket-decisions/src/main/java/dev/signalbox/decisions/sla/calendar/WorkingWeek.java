package dev.signalbox.decisions.sla.calendar;

import dev.signalbox.contracts.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The hours of a week that repeats, without those of holidays, on the local time line: seconds since 1970-01-01T00:00 as
 * a clock on the wall shows them. Hours belong to the day on which they start, also those that end on the next.
 */
final class WorkingWeek {

    static final long DAY = 86_400;
    private static final long SECOND = 1_000_000_000;
    private static final long WEEK = 7 * DAY;
    private static final long MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();

    private final List<Hours> hours;
    private final long[] starts;
    private final long[] workedBefore;
    private final long workedPerWeek;
    private final long[] holidays;
    private final long[] cancelledBefore;

    /** Seconds from Monday 00:00; the end may lie on the next day, for Sunday beyond the week. */
    private record Hours(long start, long end) {

        long day() {
            return start / DAY;
        }

        long length() {
            return end - start;
        }
    }

    /**
     * Arranges a week.
     *
     * @throws IllegalArgumentException if no time is left or hours overlap
     */
    WorkingWeek(List<Shift> shifts, Collection<LocalDate> holidays) {
        this.hours = inOrder(shifts);
        this.starts = hours.stream().mapToLong(Hours::start).toArray();
        this.workedBefore = sums(hours.stream().mapToLong(Hours::length).toArray());
        this.workedPerWeek = workedBefore[hours.size()];
        this.holidays =
                holidays.stream().mapToLong(LocalDate::toEpochDay).sorted().toArray();
        this.cancelledBefore =
                sums(Arrays.stream(this.holidays).map(this::nominal).toArray());
    }

    private static List<Hours> inOrder(List<Shift> shifts) {
        List<Hours> hours = new ArrayList<>();
        for (Shift shift : shifts) {
            if (shift.days().isEmpty() || shift.from() == null || shift.to() == null) {
                throw new IllegalArgumentException("each of hours needs days, from and to, as in"
                        + " {days: [MONDAY], from: \"09:00\", to: \"17:00\"}; one is " + shift);
            }
            shift.days().forEach(day -> hours.add(hours(day, shift.from(), shift.to())));
        }
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("hours is empty: no time would ever pass on this calendar;"
                    + " give at least one {days: [MONDAY], from: \"09:00\", to: \"17:00\"}");
        }
        hours.sort(Comparator.comparingLong(Hours::start));
        for (int i = 0; i < hours.size(); i++) {
            Hours next = hours.get((i + 1) % hours.size());
            long start = next.start() + (i + 1 < hours.size() ? 0 : WEEK);
            if (hours.get(i).end() > start) {
                throw new IllegalArgumentException("hours overlap: those of "
                        + DayOfWeek.of((int) hours.get(i).day() + 1) + " go on until after those of "
                        + DayOfWeek.of((int) next.day() + 1) + " have begun");
            }
        }
        return List.copyOf(hours);
    }

    private static Hours hours(DayOfWeek day, LocalTime from, LocalTime to) {
        if (from.toNanoOfDay() % SECOND != 0 || to.toNanoOfDay() % SECOND != 0) {
            throw new IllegalArgumentException("hours start and end with a whole second, not " + from + " to " + to);
        }
        long midnight = (day.getValue() - 1) * DAY;
        long end = midnight + to.toSecondOfDay() + (to.isAfter(from) ? 0 : DAY);
        return new Hours(midnight + from.toSecondOfDay(), end);
    }

    private static long[] sums(long[] values) {
        long[] sums = new long[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    /** Seconds of work before a second, counted from some fixed moment. */
    long worked(long second) {
        Place place = place(second);
        Hours last = hours.get(place.index);
        long partial = Math.min(second - place.monday - last.start(), last.length());
        long day = dayOf(place);
        int earlier = insertion(holidays, day);
        long cancelled = cancelledBefore[earlier];
        if (isHoliday(day)) {
            cancelled += workedBefore[place.index] - workedBefore[firstOf(last.day())] + partial;
        }
        return (place.monday / DAY - MONDAY) / 7 * workedPerWeek + workedBefore[place.index] + partial - cancelled;
    }

    boolean open(long second) {
        return worked(second + 1) > worked(second);
    }

    /** The first second from there by which so much work is done, but none after the limit. */
    long firstWith(long from, long worked, long limit) {
        long step = DAY;
        while (from + step < limit && worked(from + step) < worked) {
            step *= 2;
        }
        return bisect(from, Math.min(from + step, limit), second -> worked(second) >= worked);
    }

    /** The last second up to there by which no more work is done, but none before the limit. */
    long lastWith(long from, long worked, long limit) {
        long step = DAY;
        while (from - step > limit && worked(from - step) > worked) {
            step *= 2;
        }
        return bisect(Math.max(from - step, limit), from + 1, second -> worked(second) > worked) - 1;
    }

    /** The first in (low, high] for which it holds; it must hold for {@code high}, and for everything after the first. */
    private static long bisect(long low, long high, LongPredicate holds) {
        long before = low;
        long found = high;
        while (found - before > 1) {
            long middle = before + (found - before) / 2;
            if (holds.test(middle)) {
                found = middle;
            } else {
                before = middle;
            }
        }
        return found;
    }

    /** The day to which the work of a second belongs; the second must be {@link #open}. */
    long dayOf(long second) {
        return dayOf(place(second));
    }

    /** The business day that many after another day. */
    long businessDayAfter(long day, int number) {
        long found = day;
        for (int left = number; left > 0; ) {
            found++;
            left -= nominal(found) > 0 && !isHoliday(found) ? 1 : 0;
        }
        return found;
    }

    /** The second itself if work of that day is done then, else the day's last closing before, else its opening. */
    long within(long day, long second) {
        long midnight = monday(day);
        long best = Long.MIN_VALUE;
        for (Hours one : hours) {
            if (one.day() == Math.floorMod(day - MONDAY, 7)) {
                long start = midnight + one.start();
                if (best == Long.MIN_VALUE || start <= second) {
                    best = Math.max(start, Math.min(second, midnight + one.end()));
                }
            }
        }
        return best;
    }

    private boolean isHoliday(long day) {
        return Arrays.binarySearch(holidays, day) >= 0;
    }

    private long nominal(long day) {
        long weekday = Math.floorMod(day - MONDAY, 7);
        return workedBefore[firstOf(weekday + 1)] - workedBefore[firstOf(weekday)];
    }

    private int firstOf(long weekday) {
        return insertion(starts, weekday * DAY);
    }

    /** How many are smaller. */
    private static int insertion(long[] sorted, long value) {
        int found = Arrays.binarySearch(sorted, value);
        return found < 0 ? -found - 1 : found;
    }

    private static long monday(long day) {
        return (day - Math.floorMod(day - MONDAY, 7)) * DAY;
    }

    private long dayOf(Place place) {
        return place.monday / DAY + hours.get(place.index).day();
    }

    /** The hours that started last at a second or before, and the Monday of their week. */
    private Place place(long second) {
        long monday = monday(Math.floorDiv(second, DAY));
        int index = insertion(starts, second - monday + 1) - 1;
        return index < 0 ? new Place(monday - WEEK, hours.size() - 1) : new Place(monday, index);
    }

    private record Place(long monday, int index) {}
}

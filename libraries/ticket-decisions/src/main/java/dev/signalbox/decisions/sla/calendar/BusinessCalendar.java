package dev.signalbox.decisions.sla.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.signalbox.contracts.Shift;
import dev.signalbox.decisions.validation.Allowed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code sla.calendars}: hours of the week in a time zone, without holidays (P7, P8).
 *
 * <p>Whether a moment counts is decided by its local date and time alone: an hour that a change to daylight saving leaves
 * out does not count, one that comes twice counts twice. Hours that start on a holiday do not count, up to their end on
 * the next day; those that started on the day before do. Costs grow with the number of changes of the clock between two
 * moments, two a year, not with the time.
 */
public final class BusinessCalendar implements WorkCalendar {

    private static final Duration MOMENT = Duration.ofNanos(1);

    private final ZoneId zone;
    private final ZoneRules rules;
    private final List<Shift> hours;
    private final SortedSet<LocalDate> holidays;
    private final SortedSet<LocalDate> importedHolidays;
    private final Set<LocalDate> closed;
    private final WorkingWeek week;

    /**
     * A calendar.
     *
     * @param zone in whose local time hours and holidays are written
     * @param hours {@code to} not after {@code from} ends on the next day; they must not overlap
     * @param holidays local dates; none where null
     * @param importedHolidays more of them, taken from files when the policy was published; none where null
     * @throws IllegalArgumentException if no time could ever pass on it, or hours overlap
     */
    @JsonCreator
    public BusinessCalendar(
            ZoneId zone,
            List<Shift> hours,
            @Nullable Set<LocalDate> holidays,
            @Nullable Set<LocalDate> importedHolidays) {
        this.zone = Allowed.present("zone, such as Europe/Berlin,", zone);
        this.rules = zone.getRules();
        this.hours = hours == null ? List.of() : List.copyOf(hours);
        this.holidays = holidays == null ? new TreeSet<>() : new TreeSet<>(holidays);
        this.importedHolidays = importedHolidays == null ? new TreeSet<>() : new TreeSet<>(importedHolidays);
        this.closed = new TreeSet<>(this.holidays);
        closed.addAll(this.importedHolidays);
        this.week = new WorkingWeek(this.hours, closed);
    }

    @JsonProperty
    public ZoneId zone() {
        return zone;
    }

    @JsonProperty
    public List<Shift> hours() {
        return hours;
    }

    @JsonProperty
    public Set<LocalDate> holidays() {
        return Collections.unmodifiableSet(holidays);
    }

    @JsonProperty
    public Set<LocalDate> importedHolidays() {
        return Collections.unmodifiableSet(importedHolidays);
    }

    /** Whether the other differs in holidays at most. */
    public boolean hasHoursOf(WorkCalendar other) {
        return other instanceof BusinessCalendar calendar && zone.equals(calendar.zone) && hours.equals(calendar.hours);
    }

    @Override
    public Instant after(Instant from, Duration working) {
        boolean forward = !working.isNegative();
        Instant at = from;
        Duration left = working.abs();
        while (!left.isZero()) {
            SteadySpan span = forward ? spanAfter(at) : spanBefore(at);
            Instant found = forward ? span.after(at, left) : span.before(at, left);
            if (found != null) {
                return found;
            }
            Instant edge = forward ? span.to() : span.from();
            left = left.minus(forward ? span.between(at, edge) : span.between(edge, at));
            at = edge;
        }
        return at;
    }

    @Override
    public Instant afterDays(Instant from, int businessDays) {
        Instant opening = after(from, MOMENT).minus(MOMENT);
        long second = opening.getEpochSecond() + rules.getOffset(opening).getTotalSeconds();
        long day = week.dayOf(second);
        long later = week.businessDayAfter(day, atLeastOne(businessDays));
        long same = second + (later - day) * WorkingWeek.DAY;
        long within = week.within(later, same);
        int nanos = within == same && week.open(within) ? opening.getNano() : 0;
        return instant(LocalDateTime.ofEpochSecond(within, nanos, ZoneOffset.UTC));
    }

    static int atLeastOne(int businessDays) {
        if (businessDays < 1) {
            throw new IllegalArgumentException("business days are counted from 1, not " + businessDays);
        }
        return businessDays;
    }

    /** The earlier of two moments with that local time; where it was left out, the moment at which it was. */
    private Instant instant(LocalDateTime local) {
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }

    @Override
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration counted = Duration.ZERO;
        for (Instant at = from; at.isBefore(to); ) {
            SteadySpan span = spanAfter(at);
            Instant end = to.isBefore(span.to()) ? to : span.to();
            counted = counted.plus(span.between(at, end));
            at = end;
        }
        return counted;
    }

    @Override
    public List<LocalDate> skippedDays(Instant from, Instant to) {
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.atZone(zone).toLocalDate();
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).filter(this::skipped).toList();
    }

    private boolean skipped(LocalDate date) {
        long midnight = date.toEpochDay() * WorkingWeek.DAY;
        return week.worked(midnight) == week.worked(midnight + WorkingWeek.DAY);
    }

    private SteadySpan spanAfter(Instant at) {
        ZoneOffsetTransition next = rules.nextTransition(at);
        long offset = rules.getOffset(at).getTotalSeconds();
        return new SteadySpan(week, at, next == null ? Instant.MAX : next.getInstant(), offset);
    }

    private SteadySpan spanBefore(Instant at) {
        ZoneOffsetTransition previous = rules.previousTransition(at);
        long offset = rules.getOffset(at.minus(MOMENT)).getTotalSeconds();
        return new SteadySpan(week, previous == null ? Instant.MIN : previous.getInstant(), at, offset);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar calendar && hasHoursOf(calendar) && closed.equals(calendar.closed);
    }

    @Override
    public int hashCode() {
        return 31 * zone.hashCode() + closed.hashCode();
    }

    @Override
    public String toString() {
        return zone + " " + hours + " without " + holidays + " and " + importedHolidays;
    }
}

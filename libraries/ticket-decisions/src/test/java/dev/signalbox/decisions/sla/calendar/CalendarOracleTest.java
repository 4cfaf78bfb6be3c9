package dev.signalbox.decisions.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Shift;
import dev.signalbox.decisions.Seeds;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares calendars with a simulation that looks at every minute; {@code -Dsignalbox.rounds=100000} in more cases.
 */
class CalendarOracleTest {

    private static final int CASES = Seeds.rounds(3_000);
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();
    // from then on every offset of every zone is a whole number of minutes
    private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond();

    private final Random random = Seeds.random(CalendarOracleTest.class);

    @Test
    void calendarsCountEveryMinuteAsASimulationDoes() {
        List<String> differences = new ArrayList<>();
        Set<ZoneId> zones = new TreeSet<>(Comparator.comparing(ZoneId::getId));
        int changes = 0;
        for (int i = 0; i < CASES; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(i % ZONES.size()));
            zones.add(zone);
            List<Shift> hours = hours();
            Instant from = start(zone);
            Set<LocalDate> holidays = holidays(from);
            var brute = new BruteForce(zone, hours, holidays);
            var calendar = new BusinessCalendar(zone, hours, holidays, null);
            int before = differences.size();
            compare(brute, calendar, from, differences);
            changes += zone.getRules().getOffset(from).equals(zone.getRules().getOffset(from.plus(Duration.ofDays(4))))
                    ? 0
                    : 1;
            if (differences.size() > before) {
                differences.add("case " + i + ": " + calendar + " from " + from);
            }
        }
        System.out.printf(
                "calendar oracle: %d cases in %d zones, %d across a change of the clock, %d differences%n",
                CASES, zones.size(), changes, differences.size());
        assertThat(differences.stream().limit(20)).isEmpty();
    }

    private void compare(BruteForce brute, BusinessCalendar calendar, Instant from, List<String> differences) {
        long minutes = 1 + random.nextInt(random.nextInt(10) == 0 ? 3_000 : 600);
        Duration working = Duration.ofMinutes(minutes);
        differ("after " + working, brute.after(from, minutes), calendar.after(from, working), differences);
        differ("before " + working, brute.before(from, minutes), calendar.after(from, working.negated()), differences);
        Instant to = from.plus(Duration.ofMinutes(random.nextInt(random.nextInt(10) == 0 ? 8_000 : 2_000)));
        Duration between = Duration.ofMinutes(brute.minutesBetween(from, to));
        differ("until " + to, between, calendar.between(from, to), differences);
        differ("back from " + to, between.negated(), calendar.between(to, from), differences);
        int days = 1 + random.nextInt(4);
        differ(days + " days", brute.afterDays(from, days), calendar.afterDays(from, days), differences);
        LocalDate first = from.atZone(brute.zone()).toLocalDate();
        LocalDate last = to.atZone(brute.zone()).toLocalDate();
        differ("skipped", brute.skippedDays(first, last), calendar.skippedDays(from, to), differences);
    }

    private static void differ(String what, Object expected, Object found, List<String> differences) {
        if (!expected.equals(found)) {
            differences.add(what + ": " + found + " instead of " + expected);
        }
    }

    /** Often hours around a change of the clock or the end of February, otherwise any minute. */
    private Instant start(ZoneId zone) {
        Instant any = Instant.ofEpochSecond(EARLIEST + (long) (random.nextDouble() * (LATEST - EARLIEST)) / 60 * 60);
        int kind = random.nextInt(4);
        ZoneOffsetTransition change = zone.getRules().nextTransition(any);
        if (kind == 0 && change != null && change.getInstant().getEpochSecond() < LATEST) {
            return change.getInstant().plus(Duration.ofMinutes(random.nextInt(5_000) - 3_000));
        }
        if (kind == 1) {
            int year = 1992 + 4 * random.nextInt(12);
            return LocalDate.of(year, 2, 27)
                    .atStartOfDay()
                    .plusMinutes(random.nextInt(4_000))
                    .toInstant(ZoneOffset.UTC);
        }
        return any;
    }

    private Set<LocalDate> holidays(Instant from) {
        Set<LocalDate> holidays = new TreeSet<>();
        LocalDate date = from.atOffset(ZoneOffset.UTC).toLocalDate();
        for (int left = random.nextInt(6); left > 0; left--) {
            holidays.add(date.plusDays(random.nextInt(13) - 4));
        }
        return holidays;
    }

    /** One to four hours a day on some weekdays; now and then through the night, or all day. */
    private List<Shift> hours() {
        List<Shift> hours = new ArrayList<>();
        boolean alike = random.nextBoolean();
        List<List<LocalTime>> daily = daily(24 * 60);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(7) < 5) {
                for (List<LocalTime> one : alike ? daily : daily(24 * 60)) {
                    hours.add(new Shift(List.of(day), one.get(0), one.get(1)));
                }
            }
        }
        if (random.nextInt(3) == 0) {
            hours = overnight();
        }
        return hours.isEmpty()
                ? List.of(new Shift(List.of(DayOfWeek.MONDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                : hours;
    }

    private List<Shift> overnight() {
        LocalTime to = time(random.nextInt(12 * 60));
        LocalTime from = time(12 * 60 + random.nextInt(12 * 60));
        List<Shift> hours = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(7) < 5) {
                hours.add(new Shift(List.of(day), from, to));
            }
        }
        return hours;
    }

    private List<List<LocalTime>> daily(int minutes) {
        List<Integer> edges = new ArrayList<>();
        for (int left = 2 * (1 + random.nextInt(4)); left > 0; left--) {
            edges.add(random.nextInt(minutes));
        }
        Collections.sort(edges);
        List<List<LocalTime>> daily = new ArrayList<>();
        for (int i = 0; i < edges.size(); i += 2) {
            if (edges.get(i) < edges.get(i + 1)) {
                daily.add(List.of(time(edges.get(i)), time(edges.get(i + 1))));
            }
        }
        return daily;
    }

    private static LocalTime time(int minuteOfDay) {
        return LocalTime.ofSecondOfDay(minuteOfDay * 60L);
    }
}

package dev.signalbox.decisions.sla.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.Shift;
import dev.signalbox.contracts.WorkTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<DayOfWeek> WORKDAYS = List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
    private static final Duration HOUR = Duration.ofHours(1);
    // 2026-11-23 is a Monday
    private final BusinessCalendar office = calendar(Set.of(), shift(WORKDAYS, "09:00", "17:00"));

    @Test
    void oneBusinessDayIsTheSameTimeTomorrowAnd24HoursAreThreeDaysOfAnOffice() {
        Instant monday = at("2026-11-23T10:00");

        assertThat(office.after(monday, WorkTime.parse("P1D"))).isEqualTo(at("2026-11-24T10:00"));
        assertThat(office.after(monday, WorkTime.parse("PT24H"))).isEqualTo(at("2026-11-26T10:00"));
    }

    @Test
    void businessDayAfterFridayIsMondayAndAfterAHolidayTheDayBehindIt() {
        assertThat(office.afterDays(at("2026-11-27T16:00"), 1)).isEqualTo(at("2026-11-30T16:00"));
        BusinessCalendar closedOnMonday = calendar(Set.of("2026-11-30"), shift(WORKDAYS, "09:00", "17:00"));
        assertThat(closedOnMonday.afterDays(at("2026-11-27T16:00"), 1)).isEqualTo(at("2026-12-01T16:00"));
    }

    @Test
    void businessDaysCountFromTheNextOpeningAndEndAtTheLastClosing() {
        assertThat(office.afterDays(at("2026-11-28T12:00"), 1)).isEqualTo(at("2026-12-01T09:00"));
        assertThat(office.afterDays(at("2026-11-23T17:00"), 1)).isEqualTo(at("2026-11-25T09:00"));
        BusinessCalendar shortFriday = calendar(
                Set.of(), shift(List.of(THURSDAY), "09:00", "17:00"), shift(List.of(FRIDAY), "10:00", "13:00"));
        assertThat(shortFriday.afterDays(at("2026-11-26T16:00"), 1)).isEqualTo(at("2026-11-27T13:00"));
        assertThat(shortFriday.afterDays(at("2026-11-26T09:30"), 1)).isEqualTo(at("2026-11-27T10:00"));
    }

    @Test
    void lunchIsNoWorkingTime() {
        BusinessCalendar lunch =
                calendar(Set.of(), shift(WORKDAYS, "09:00", "12:00"), shift(WORKDAYS, "13:00", "17:00"));

        assertThat(lunch.after(at("2026-11-23T11:30"), HOUR)).isEqualTo(at("2026-11-23T13:30"));
        assertThat(lunch.between(at("2026-11-23T09:00"), at("2026-11-23T17:00")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void oneBusinessHourBeforeMondayMorningIsFridayAfternoon() {
        assertThat(office.after(at("2026-11-30T09:30"), HOUR.negated())).isEqualTo(at("2026-11-27T16:30"));
        assertThat(office.between(at("2026-11-30T09:30"), at("2026-11-27T16:30")))
                .isEqualTo(HOUR.negated());
    }

    @Test
    void workThatIsDoneAtClosingTimeIsDoneThenAndNotInTheMorning() {
        assertThat(office.after(at("2026-11-27T16:00"), HOUR)).isEqualTo(at("2026-11-27T17:00"));
        assertThat(office.after(at("2026-11-30T10:00"), HOUR.negated())).isEqualTo(at("2026-11-30T09:00"));
    }

    @Test
    void nightShiftBelongsToTheDayOnWhichItStarts() {
        BusinessCalendar nights = calendar(Set.of("2026-11-25"), shift(WORKDAYS, "22:00", "06:00"));

        // Tuesday's shift ends on the holiday; the holiday's own shift is off until its end on Thursday
        assertThat(nights.after(at("2026-11-24T23:00"), Duration.ofHours(8))).isEqualTo(at("2026-11-26T23:00"));
        assertThat(nights.after(at("2026-11-28T05:00"), Duration.ofHours(2))).isEqualTo(at("2026-11-30T23:00"));
        assertThat(nights.afterDays(at("2026-11-28T03:00"), 1)).isEqualTo(at("2026-12-01T03:00"));
    }

    @Test
    void hourThatIsLeftOutDoesNotCountAndOneThatComesTwiceCountsTwice() {
        BusinessCalendar nights = calendar(Set.of(), shift(List.of(SATURDAY), "22:00", "06:00"));

        assertThat(nights.between(at("2026-03-28T20:00"), at("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.between(at("2026-10-24T20:00"), at("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(9));
        assertThat(nights.after(at("2026-03-28T22:00"), Duration.ofHours(6))).isEqualTo(at("2026-03-29T05:00"));
    }

    @Test
    void fractionsOfASecondCountOnlyWhileItIsOpen() {
        Instant beforeClosing = at("2026-11-23T17:00").minusNanos(250);

        assertThat(office.after(beforeClosing, Duration.ofNanos(300)))
                .isEqualTo(at("2026-11-24T09:00").plusNanos(50));
        assertThat(office.after(at("2026-11-24T09:00").plusNanos(50), Duration.ofNanos(-300)))
                .isEqualTo(beforeClosing);
        assertThat(office.between(
                        at("2026-11-23T08:00").plusNanos(7),
                        at("2026-11-23T09:00").plusNanos(9)))
                .isEqualTo(Duration.ofNanos(9));
    }

    @Test
    void daysWithoutWorkAreNamed() {
        BusinessCalendar thanksgiving = calendar(Set.of("2026-11-26"), shift(WORKDAYS, "09:00", "17:00"));

        assertThat(thanksgiving.skippedDays(at("2026-11-25T16:00"), at("2026-11-30T09:30")))
                .containsExactly(
                        LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-28"), LocalDate.parse("2026-11-29"));
        assertThat(thanksgiving.skippedDays(at("2026-11-30T09:30"), at("2026-11-25T16:00")))
                .isEmpty();
    }

    @Test
    void decadesAreCountedWithoutLookingAtEveryDay() {
        Duration years = Duration.ofHours(100 * 52 * 40);

        Instant due = office.after(at("2026-11-23T09:00"), years);

        assertThat(office.between(at("2026-11-23T09:00"), due)).isEqualTo(years);
        assertThat(office.after(due, years.negated())).isEqualTo(at("2026-11-23T09:00"));
    }

    @Test
    void calendarOnWhichNoTimePassesIsRefused() {
        assertThatThrownBy(() -> calendar(Set.of())).hasMessageContaining("hours is empty: no time would ever pass");
        assertThatThrownBy(() -> calendar(Set.of(), shift(List.of(), "09:00", "17:00")))
                .hasMessageContaining("needs days, from and to");
    }

    @Test
    void hoursThatOverlapAreRefusedAlsoAroundTheWeek() {
        assertThatThrownBy(() ->
                        calendar(Set.of(), shift(WORKDAYS, "09:00", "13:00"), shift(List.of(FRIDAY), "12:00", "17:00")))
                .hasMessage("hours overlap: those of FRIDAY go on until after those of FRIDAY have begun");
        assertThatThrownBy(() -> calendar(
                        Set.of(), shift(List.of(SUNDAY), "22:00", "06:00"), shift(List.of(MONDAY), "05:00", "09:00")))
                .hasMessage("hours overlap: those of SUNDAY go on until after those of MONDAY have begun");
        assertThat(calendar(Set.of(), shift(List.of(DayOfWeek.values()), "00:00", "00:00"))
                        .between(at("2026-11-23T00:00"), at("2026-11-30T00:00")))
                .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void changeOfCalendarKeepsWhatWasCountedBefore() {
        Instant start = at("2026-11-27T16:00");
        Instant change = at("2026-11-28T12:00");
        WorkCalendar switched = office.until(change, AroundTheClock.CALENDAR);

        assertThat(switched.between(start, change)).isEqualTo(HOUR);
        assertThat(switched.after(start, Duration.ofHours(4))).isEqualTo(change.plus(Duration.ofHours(3)));
        assertThat(switched.after(change.plus(HOUR), Duration.ofHours(-2))).isEqualTo(start);
        assertThat(switched.skippedDays(start, at("2026-11-30T12:00"))).containsExactly(LocalDate.parse("2026-11-28"));
        // of the day of eight hours, twenty have passed when the office's hours begin to count
        assertThat(AroundTheClock.CALENDAR.until(change, office).afterDays(start, 1))
                .isEqualTo(start.plus(Duration.ofHours(8)));
        BusinessCalendar closedOnThursday = calendar(Set.of("2026-12-03"), shift(WORKDAYS, "09:00", "17:00"));
        assertThat(office.until(change, closedOnThursday).afterDays(at("2026-11-28T10:00"), 1))
                .isEqualTo(at("2026-12-01T09:00"));
    }

    private static BusinessCalendar calendar(Set<String> holidays, Shift... hours) {
        return new BusinessCalendar(
                BERLIN, List.of(hours), holidays.stream().map(LocalDate::parse).collect(Collectors.toSet()), null);
    }

    private static Shift shift(List<DayOfWeek> days, String from, String to) {
        return new Shift(days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}

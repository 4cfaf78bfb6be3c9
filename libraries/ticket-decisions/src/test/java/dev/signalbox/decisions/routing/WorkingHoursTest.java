package dev.signalbox.decisions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void withoutShiftsAnAgentIsAlwaysOnShift() {
        WorkingHours hours = new WorkingHours(ZoneId.of("UTC"), List.of());

        assertThat(hours.covers(MONDAY_NOON)).isTrue();
        assertThat(hours.nextStart(MONDAY_NOON)).isNull();
    }

    @Test
    void aShiftIsInTheAgentsOwnTimeAndEndsBeforeItsEnd() {
        WorkingHours berlin = hours("Europe/Berlin", DayOfWeek.MONDAY, "09:00", "13:00");

        assertThat(berlin.covers(Instant.parse("2026-11-23T07:59:59Z"))).isFalse();
        assertThat(berlin.covers(Instant.parse("2026-11-23T08:00:00Z"))).isTrue();
        assertThat(berlin.covers(MONDAY_NOON)).isFalse();
        assertThat(berlin.nextStart(MONDAY_NOON)).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
    }

    @Test
    void aShiftOverMidnightBelongsToTheDayOnWhichItStarts() {
        WorkingHours night = hours("UTC", DayOfWeek.MONDAY, "22:00", "06:00");

        assertThat(night.covers(Instant.parse("2026-11-23T23:00:00Z"))).isTrue();
        assertThat(night.covers(Instant.parse("2026-11-24T05:59:00Z"))).isTrue();
        assertThat(night.covers(Instant.parse("2026-11-23T05:00:00Z"))).isFalse();
        assertThat(night.nextStart(MONDAY_NOON)).isEqualTo(Instant.parse("2026-11-23T22:00:00Z"));
    }

    @Test
    void daylightSavingMovesTheShiftOfANewYorker() {
        WorkingHours newYork = hours("America/New_York", DayOfWeek.MONDAY, "09:00", "17:00");

        assertThat(newYork.nextStart(Instant.parse("2026-10-31T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-02T14:00:00Z"));
        assertThat(newYork.nextStart(Instant.parse("2026-10-24T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-10-26T13:00:00Z"));
    }

    private static WorkingHours hours(String zone, DayOfWeek day, String from, String to) {
        return new WorkingHours(
                ZoneId.of(zone), List.of(new Shift(List.of(day), LocalTime.parse(from), LocalTime.parse(to))));
    }
}

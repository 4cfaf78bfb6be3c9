package dev.signalbox.decisions.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.sla.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clocks on the starter's support calendar, Berlin 09:00 to 18:00 from Monday to Friday. 2026-11-27 is a Friday. */
class CalendarOfAPromiseTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String FRIDAY = "2026-11-27T17:00";

    /** The starter policy; under the name {@code holiday} with Monday, 2026-11-30, as one. */
    static SlaPolicy policy(String version) {
        SlaPolicy starter = Story.POLICY;
        BusinessCalendar support = starter.calendars().get("support");
        Set<LocalDate> holidays = new HashSet<>(support.holidays());
        if (version.equals("holiday")) {
            holidays.add(LocalDate.parse("2026-11-30"));
        }
        return new SlaPolicy(
                starter.targets(),
                starter.watchdog(),
                starter.dynamic(),
                Map.of("support", new BusinessCalendar(support.zone(), support.hours(), holidays, null)));
    }

    @Test
    void promiseAndItsLevelsAreCountedInWorkingTime() {
        Clock clock = clock(version(FRIDAY, "starter", Severity.P3, "PT4H", "support"));

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-30T12:00"));
        assertThat(clock.elapsedAt(at("2026-11-29T12:00"))).isEqualTo(Duration.ofHours(1));
        assertThat(clock.remainingAt(at("2026-11-30T09:30"))).isEqualTo(Duration.ofMinutes(150));
        assertThat(clock.skippedDaysUntil(clock.dueAt()))
                .containsExactly(LocalDate.parse("2026-11-28"), LocalDate.parse("2026-11-29"));
        assertThat(DueLevel.next(clock, Story.POLICY.watchdog(), 0, null)
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(at("2026-11-30T10:00"));
        assertThat(DueLevel.next(clock, Story.POLICY.watchdog(), 100, null)
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(at("2026-11-30T14:00"));
    }

    @Test
    void businessDayIsAnotherUnitThan24WorkingHours() {
        assertThat(clock(version(FRIDAY, "starter", Severity.P3, "P1D", "support"))
                        .dueAt())
                .isEqualTo(at("2026-11-30T17:00"));
        assertThat(clock(version(FRIDAY, "starter", Severity.P3, "PT24H", "support"))
                        .dueAt())
                .isEqualTo(at("2026-12-02T14:00"));
    }

    @Test
    void changeOfCalendarCarriesTheTimeThatWasCountedByTheOldOne() {
        // an hour was used on Friday, none on Saturday: one of the two hours of the new promise is left
        Clock clock = clock(
                version(FRIDAY, "starter", Severity.P3, "PT4H", "support"),
                version("2026-11-28T10:00", "starter", Severity.P2, "PT2H", "24x7"));

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-28T11:00"));
        assertThat(clock.calendar()).isEqualTo("24x7");
        ClockStep step = clock.steps().get(1);
        assertThat(step.elapsed()).isEqualTo(Duration.ofHours(1));
        assertThat(step.remaining()).isEqualTo(Duration.ofHours(1));
        assertThat(clock.elapsedAt(at("2026-11-28T10:30"))).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void calendarThatWouldGiveMoreTimeChangesNothing() {
        Clock clock = clock(
                version(FRIDAY, "starter", Severity.P2, "PT4H", "24x7"),
                version("2026-11-27T17:30", "starter", Severity.P3, "PT8H", "support"));

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-27T21:00"));
        assertThat(clock.calendar()).isEqualTo("24x7");
        assertThat(clock.steps()).hasSize(1);
        assertThat(clock.remainingAt(at("2026-11-27T20:00"))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void lateHolidayMovesOnlyTheDeadlinesBehindIt() {
        Clock touched = clock(
                version(FRIDAY, "starter", Severity.P3, "PT4H", "support"),
                version("2026-11-27T17:30", "holiday", Severity.P3, "PT4H", "support"));
        assertThat(touched.dueAt()).isEqualTo(at("2026-12-01T12:00"));
        assertThat(touched.steps().get(1).cause()).isEqualTo(ClockCause.HOLIDAYS_CHANGED);
        assertThat(touched.steps().get(1).remaining()).isEqualTo(Duration.ofMinutes(210));
        assertThat(touched.steps().get(1).policyVersion()).isEqualTo("holiday");

        Clock untouched = clock(
                version("2026-11-27T12:00", "starter", Severity.P3, "PT4H", "support"),
                version("2026-11-27T12:30", "holiday", Severity.P3, "PT4H", "support"));
        assertThat(untouched.dueAt()).isEqualTo(at("2026-11-27T16:00"));
        assertThat(untouched.steps()).hasSize(1);
    }

    @Test
    void lateHolidayReachesATicketOfWhichNothingElseIsHeard() {
        ClockFacts before = facts(version(FRIDAY, "starter", Severity.P3, "PT4H", "support"));
        ClockFacts after = before.with(new CalendarFact(at("2026-11-27T17:30"), "holiday"));

        Clock touched = firstResponse(ClockFold.of(after, CalendarOfAPromiseTest::policy));
        ClockStep step = touched.steps().get(1);
        assertThat(touched.dueAt()).isEqualTo(at("2026-12-01T12:00"));
        assertThat(step.at()).isEqualTo(at("2026-11-27T17:30"));
        assertThat(step.cause()).isEqualTo(ClockCause.HOLIDAYS_CHANGED);
        assertThat(step.oldDueAt()).isEqualTo(at("2026-11-30T12:00"));
        assertThat(step.policyVersion()).isEqualTo("holiday");
        assertThat(touched.skippedDaysUntil(touched.dueAt())).contains(LocalDate.parse("2026-11-30"));
    }

    @Test
    void whatIsRightOfAPastMomentKnowsTheHolidayThatWasAddedLater() {
        ClockFacts facts = facts(version(FRIDAY, "starter", Severity.P3, "PT4H", "support"))
                .with(new CalendarFact(at("2026-11-28T10:00"), "holiday"));

        assertThat(firstResponse(ClockFold.of(facts, CalendarOfAPromiseTest::policy, at("2026-11-27T17:30")))
                        .dueAt())
                .isEqualTo(at("2026-12-01T12:00"));
    }

    @Test
    void versionByTheSamePolicyAsTheOneBeforeTakesNoHolidayBack() {
        ClockFacts facts = facts(
                        version(FRIDAY, "starter", Severity.P3, "PT4H", "support"),
                        version("2026-11-27T17:50", "starter", Severity.P4, "PT4H", "support"))
                .with(new CalendarFact(at("2026-11-27T17:30"), "holiday"));

        Clock clock = firstResponse(ClockFold.of(facts, CalendarOfAPromiseTest::policy));
        assertThat(clock.dueAt()).isEqualTo(at("2026-12-01T12:00"));
        assertThat(clock.steps()).hasSize(2);
        assertThat(facts.calendarsAt(Instant.MAX).policyVersion()).isEqualTo("holiday");
        assertThat(facts.calendarsAt(at("2026-11-27T17:29")).policyVersion()).isEqualTo("starter");
    }

    @Test
    void clockThatStartsAfterALateHolidayCountsByIt() {
        ClockFacts facts = facts(version(FRIDAY, "starter", Severity.P3, "PT4H", "support"))
                .with(new ActivityFact("a1", at("2026-11-27T17:10"), true, null, null))
                .with(new CalendarFact(at("2026-11-27T17:30"), "holiday"))
                .with(new ActivityFact("a2", at("2026-11-27T17:40"), false, null, "m"));

        Clock next = ClockFold.of(facts, CalendarOfAPromiseTest::policy).stream()
                .filter(clock -> clock.kind() == ClockKind.NEXT_RESPONSE)
                .findFirst()
                .orElseThrow();
        assertThat(next.steps()).hasSize(1);
        assertThat(next.dueAt()).isEqualTo(at("2026-12-01T12:40"));
    }

    @Test
    void holidayOfAFileCountsAsOneOfTheDocumentDoes() {
        BusinessCalendar support = Story.POLICY.calendars().get("support");
        Set<LocalDate> monday = Set.of(LocalDate.parse("2026-11-30"));
        var none = new BusinessCalendar(support.zone(), support.hours(), null, null);
        var written = new BusinessCalendar(support.zone(), support.hours(), monday, null);
        var imported = new BusinessCalendar(support.zone(), support.hours(), null, monday);

        assertThat(imported).isNotEqualTo(none).isEqualTo(written).hasSameHashCodeAs(written);
    }

    @Test
    void holidayThatIsTakenBackBringsTheDeadlineBack() {
        Clock clock = clock(
                version(FRIDAY, "holiday", Severity.P3, "PT4H", "support"),
                version("2026-11-27T17:30", "starter", Severity.P3, "PT4H", "support"));

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-30T12:00"));
    }

    @Test
    void policyWithoutCalendarsCountsAroundTheClock() {
        SlaPolicy starter = Story.POLICY;
        SlaPolicy older = new SlaPolicy(starter.targets(), starter.watchdog(), starter.dynamic(), null);

        assertThat(ClockFold.of(facts(version(FRIDAY, "x", Severity.P3, "PT4H", "support")), any -> older)
                        .get(0)
                        .dueAt())
                .isEqualTo(at("2026-11-27T21:00"));
    }

    private record Version(Instant asOf, Terms terms) {}

    private static Version version(String local, String policy, Severity severity, String target, String calendar) {
        Target promised = new Target(WorkTime.parse(target), calendar);
        Terms terms = new Terms(
                policy,
                at(local),
                false,
                TicketStatus.NEW,
                at(local),
                severity,
                Band.STANDARD,
                PlanTier.ENTERPRISE,
                80,
                true,
                Sentiment.Label.NEUTRAL,
                false,
                promised,
                promised,
                promised);
        return new Version(at(local), terms);
    }

    private static ClockFacts facts(Version... versions) {
        ClockFacts facts = ClockFacts.NONE;
        for (int i = 0; i < versions.length; i++) {
            Instant asOf = versions[i].asOf();
            facts = facts.with(new ScoredFact(i + 1, asOf, i + 1, asOf, versions[i].terms()));
        }
        return facts;
    }

    private static Clock clock(Version... versions) {
        return firstResponse(ClockFold.of(facts(versions), CalendarOfAPromiseTest::policy));
    }

    private static Clock firstResponse(List<Clock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.kind() == ClockKind.FIRST_RESPONSE)
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}

package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.sla.calendar.AroundTheClock;
import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waiting on the customer is a break in the schedule of the ticket (P9, I14, I18). */
class PauseTest {

    /** Working time is 12:00 to 18:00 of every day. */
    private static final WorkCalendar AFTERNOONS =
            new MinuteCalendar(minute -> minute % 1440 >= 720 && minute % 1440 < 1080);

    @Test
    void waitingOnTheCustomerStopsTheResolutionAndNeverTheFirstResponse() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8)).waits("10:00");

        assertThat(story.resolution().state()).isEqualTo(ClockState.PAUSED);
        assertThat(story.resolution().remainingAt(at("23:00"))).isEqualTo(ofHours(7));
        assertThat(story.resolution().elapsedAt(at("23:00"))).isEqualTo(ofHours(1));
        assertThat(story.firstResponse().running()).isTrue();
        assertThat(story.firstResponse().dueAt()).isEqualTo(at("13:00"));
    }

    @Test
    void whatWasLeftIsLeftWhenTheTicketGoesOn() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(8)).waits("10:00").reopened("12:30");

        assertThat(story.resolution().running()).isTrue();
        assertThat(story.resolution().dueAt()).isEqualTo(at("19:30"));
        assertThat(story.resolution().steps())
                .extracting(ClockStep::event)
                .containsExactly(ClockEvent.ACTIVATED, ClockEvent.PAUSED, ClockEvent.RESUMED);
        assertThat(story.resolution().elapsedAt(at("13:30"))).isEqualTo(ofHours(2));
    }

    @Test
    void theCustomersMessageEndsTheWaitingWhereTheHelpdeskSaysNothingOfTheStatus() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8))
                .answered("09:30")
                .waits("09:30")
                .wrote("m1", "11:00");

        assertThat(story.resolution().dueAt()).isEqualTo(at("18:30"));
        assertThat(story.clock(ClockKind.NEXT_RESPONSE, 1).dueAt()).isEqualTo(at("12:00"));
    }

    @Test
    void anUnansweredMessageWaitsToo() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8))
                .answered("09:30")
                .wrote("m1", "10:00")
                .waits("10:30")
                .reopened("11:00");

        assertThat(story.clock(ClockKind.NEXT_RESPONSE, 1).dueAt()).isEqualTo(at("11:30"));
    }

    /** I14: a pause belongs to the ticket, so another promise credits it as well. */
    @Test
    void aChangeOfTheTargetForgetsNoPause() {
        Story story = Story.created("09:00", ofHours(4), ofHours(24))
                .waits("10:00")
                .reopened("12:00")
                .severity(Severity.P2, ofHours(2), ofHours(8))
                .scored("13:00");

        assertThat(story.resolution().dueAt()).isEqualTo(at("19:00"));
    }

    /** The deadline has not passed in its own moment, so the break counts. */
    @Test
    void aPromiseThatIsPausedInTheMomentItFallsDueIsNotBroken() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(1)).waits("10:00").solved("12:00");

        assertThat(story.resolution().remainingAt(at("12:00"))).isEqualTo(Duration.ZERO);
        assertThat(story.resolution().breachedAt(at("12:00"))).isFalse();
    }

    /** I18: a pause outside working time adds nothing, and one that reaches into it adds only what it covers. */
    @Test
    void onlyTheWorkingTimeOfAPauseMovesTheDeadline() {
        Instant noon = at("12:00");
        WorkCalendar calendar = MinuteCalendar.interrupted(
                AFTERNOONS,
                List.of(
                        new Pause(at("17:00"), at("13:00").plus(ofHours(24))),
                        new Pause(at("08:00").plus(ofHours(48)), at("11:00").plus(ofHours(48)))));

        // 5 h on the first day, 5 h on the second, 1 h on the third
        assertThat(calendar.after(noon, ofHours(11))).isEqualTo(at("13:00").plus(ofHours(48)));
        assertThat(calendar.between(noon, at("13:00").plus(ofHours(48)))).isEqualTo(ofHours(11));
        assertThat(calendar.between(at("13:00").plus(ofHours(48)), noon)).isEqualTo(ofHours(-11));
    }

    /** I15: a level counts by the calendar by which the deadline was reckoned, breaks and all. */
    @Test
    void levelsArePlacedByTheCalendarThatPlacedTheDeadline() {
        Clock clock = Story.created("09:00", ofHours(4), ofHours(8))
                .waits("10:00")
                .reopened("20:00")
                .resolution();

        for (int percent : List.of(50, 75, 90, 100)) {
            Instant dueAt = DueLevel.overdue(clock, Story.POLICY.watchdog(), 0, null, Instant.MAX).stream()
                    .filter(due -> due.level().percent() == percent)
                    .findFirst()
                    .orElseThrow()
                    .dueAt();
            assertThat(clock.elapsedAt(dueAt))
                    .isEqualTo(ofHours(8).multipliedBy(percent).dividedBy(100));
        }
    }

    @Test
    void noLevelIsDueWhilePausedAndLevelsMoveWithTheDeadline() {
        Story paused = Story.created("09:00", ofHours(4), ofHours(8)).waits("12:00");
        assertThat(DueLevel.next(paused.resolution(), Story.POLICY.watchdog(), 0, null))
                .isEmpty();

        paused.reopened("14:00");

        assertThat(DueLevel.next(paused.resolution(), Story.POLICY.watchdog(), 0, null))
                .get()
                .extracting(DueLevel::dueAt)
                .isEqualTo(at("15:00"));
    }

    @Test
    void aLevelThatTheClockHadReachedBeforeThePauseIsDueWhenItGoesOn() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(8)).waits("13:30").reopened("14:00");

        assertThat(DueLevel.next(story.resolution(), Story.POLICY.watchdog(), 0, null))
                .get()
                .extracting(DueLevel::dueAt)
                .isEqualTo(at("14:00"));
    }

    @Test
    void aPromiseTightensWhilePausedToo() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8))
                .waits("10:00")
                .health(30)
                .scored("11:00")
                .reopened("12:00");

        assertThat(story.resolution().dueAt()).isEqualTo(at("12:00").plus(ofMinutes(315)));
    }

    @Test
    void aTicketThatIsSolvedWhileWaitingHasKeptItsPromise() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(8)).waits("10:00").solved("22:00");

        assertThat(story.resolution().state()).isEqualTo(ClockState.FULFILLED);
        assertThat(story.resolution().breachedAt(at("23:00"))).isFalse();
        assertThat(story.resolution().elapsedAt(at("23:00"))).isEqualTo(ofHours(1));
    }

    @Test
    void aPromiseThatWasBrokenBeforeThePauseStaysBroken() {
        Story story =
                Story.created("09:00", ofHours(1), ofHours(2)).waits("12:00").reopened("13:00");

        assertThat(story.resolution().dueAt()).isEqualTo(at("11:00"));
        assertThat(story.resolution().breachedAt(at("13:00"))).isTrue();
        assertThat(story.resolution().elapsedAt(at("13:00"))).isEqualTo(ofHours(3));
    }

    @Test
    void aTicketOpenedAgainToWaitStartsPaused() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8))
                .answered("09:10")
                .solved("10:00")
                .waits("11:00");

        assertThat(story.clock(ClockKind.RESOLUTION, 2).state()).isEqualTo(ClockState.PAUSED);
    }

    @Test
    void aTicketThatIsFirstSeenWaitingIsPausedFromThenOn() {
        Story story = Story.unseen("09:00", ofHours(4), ofHours(8))
                .status(TicketStatus.PENDING, "09:30")
                .scored("10:00");

        assertThat(story.resolution().pausedAt()).isEqualTo(at("09:30"));
    }

    @Test
    void holdingForSomebodyElseThanTheCustomerPausesNothing() {
        assertThat(Standing.of(TicketStatus.ON_HOLD)).isEqualTo(Standing.OPEN);
    }

    @Test
    void aCalendarWithABreakCountsForwardsAndBackwardsAlike() {
        WorkCalendar calendar = new InterruptedCalendar(AroundTheClock.CALENDAR, new Pause(at("10:00"), at("11:00")));

        assertThat(calendar.after(at("09:00"), ofHours(1))).isEqualTo(at("10:00"));
        assertThat(calendar.after(at("09:00"), ofMinutes(61))).isEqualTo(at("11:01"));
        assertThat(calendar.after(at("10:30"), ofMinutes(1))).isEqualTo(at("11:01"));
        assertThat(calendar.between(at("09:00"), at("10:30"))).isEqualTo(ofHours(1));
        assertThat(calendar.between(at("11:30"), at("10:30"))).isEqualTo(ofMinutes(-30));
        assertThat(calendar.between(at("10:10"), at("10:20"))).isEqualTo(Duration.ZERO);
    }
}

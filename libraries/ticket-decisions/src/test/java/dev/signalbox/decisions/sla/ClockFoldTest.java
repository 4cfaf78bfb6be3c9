package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.TicketStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When clocks start and end. */
class ClockFoldTest {

    @Test
    void nothingRunsBeforeATicketIsScored() {
        assertThat(Story.unseen("09:00", ofHours(4), ofHours(8))
                        .answered("09:10")
                        .clocks())
                .isEmpty();
    }

    @Test
    void bothClocksStartWhenTheHelpdeskCreatedTheTicket() {
        Story story = Story.unseen("09:00", ofHours(4), ofHours(8)).scored("09:20");

        assertThat(story.firstResponse().startedAt()).isEqualTo(at("09:00"));
        assertThat(story.firstResponse().dueAt()).isEqualTo(at("13:00"));
        assertThat(story.resolution().dueAt()).isEqualTo(at("17:00"));
        assertThat(story.firstResponse().promisedAt()).isEqualTo(at("09:20"));
    }

    @Test
    void thePublicReplyOfAnAgentFulfilsTheFirstResponseOnly() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8)).answered("10:00");

        assertThat(story.firstResponse().state()).isEqualTo(ClockState.FULFILLED);
        assertThat(story.firstResponse().endedAt()).isEqualTo(at("10:00"));
        assertThat(story.resolution().running()).isTrue();
    }

    @Test
    void aReplyThatWasReadBeforeItsTicketCounts() {
        Story story =
                Story.unseen("09:00", ofHours(4), ofHours(8)).answered("09:10").scored("09:20");

        assertThat(story.firstResponse().endedAt()).isEqualTo(at("09:10"));
    }

    @Test
    void theEarliestReplyCountsEvenIfItArrivesLast() {
        Story story =
                Story.created("09:00", ofHours(1), ofHours(8)).answered("10:30").answered("09:30");

        assertThat(story.firstResponse().endedAt()).isEqualTo(at("09:30"));
        assertThat(story.firstResponse().breachedAt(at("12:00"))).isFalse();
    }

    @Test
    void solvingFulfilsTheResolution() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(8)).answered("10:00").solved("11:00");

        assertThat(story.resolution().state()).isEqualTo(ClockState.FULFILLED);
        assertThat(story.resolution().endedAt()).isEqualTo(at("11:00"));
    }

    @Test
    void aReplyAndASolutionOfOneInstantFulfilBoth() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(8)).solved("10:00").answered("10:00");

        assertThat(story.clocks()).allMatch(clock -> clock.state() == ClockState.FULFILLED);
    }

    @Test
    void openingAgainStartsTheNextCycleOfTheResolution() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8))
                .answered("10:00")
                .solved("11:00")
                .reopened("15:00");

        Clock second = story.clock(ClockKind.RESOLUTION, 2);
        assertThat(second.running()).isTrue();
        assertThat(second.dueAt()).isEqualTo(at("23:00"));
        assertThat(story.clocks()).hasSize(3);
    }

    @Test
    void aTicketSolvedUnansweredOwesAFirstResponseWhenItIsOpenedAgain() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(8)).solved("10:00").reopened("11:00");

        assertThat(story.firstResponse().state()).isEqualTo(ClockState.CANCELLED);
        assertThat(story.clock(ClockKind.FIRST_RESPONSE, 2).dueAt()).isEqualTo(at("15:00"));
    }

    @Test
    void aSecondReportOfTheSameEndChangesNothing() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(8)).solved("10:00").solved("10:05");

        assertThat(story.resolution().endedAt()).isEqualTo(at("10:00"));
    }

    @Test
    void mergingCancelsEverythingForGood() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(8)).merged("10:00").reopened("11:00");

        assertThat(story.clocks()).hasSize(2).allMatch(clock -> clock.state() == ClockState.CANCELLED);
    }

    @Test
    void anImportedTicketStaysSilent() {
        Story story = Story.unseen("09:00", ofHours(1), ofHours(2)).imported().scored("12:00");

        assertThat(story.clocks()).allMatch(clock -> clock.state() == ClockState.SILENT);
        assertThat(story.firstResponse().steps().get(0).cause()).isEqualTo(ClockCause.IMPORTED);
    }

    @Test
    void aTicketOfMoreThanSevenDaysStaysSilentAndOneOfExactlySevenDoesNot() {
        Story week =
                Story.unseen("09:00", ofHours(1), ofHours(2)).scored(at("09:00").plus(Duration.ofDays(7)));
        Story older = Story.unseen("09:00", ofHours(1), ofHours(2))
                .scored(at("09:00").plus(Duration.ofDays(7)).plusSeconds(1));

        assertThat(week.clocks()).allMatch(Clock::running);
        assertThat(older.clocks()).allMatch(clock -> clock.state() == ClockState.SILENT);
    }

    @Test
    void anImportedTicketThatIsOpenedAgainIsOwedASolution() {
        Story story = Story.unseen("09:00", ofHours(1), ofHours(2))
                .imported()
                .status(TicketStatus.SOLVED, "09:30")
                .scored("12:00")
                .reopened("13:00");

        assertThat(story.clock(ClockKind.RESOLUTION, 2).running()).isTrue();
        assertThat(story.clocks()).filteredOn(Clock::running).hasSize(1);
    }

    @Test
    void aTicketThatIsFirstSeenSolvedRunsNothing() {
        Story story = Story.unseen("09:00", ofHours(4), ofHours(8))
                .status(TicketStatus.CLOSED, "09:30")
                .scored("10:00");

        assertThat(story.clocks()).noneMatch(Clock::running);
        assertThat(story.resolution().endedAt()).isEqualTo(at("09:30"));
    }

    @Test
    void aSnapshotThatIsNotNewerSaysNothingAboutTheStatus() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8))
                .solved("10:00")
                .status(TicketStatus.OPEN, "09:00")
                .scored("11:00");

        assertThat(story.clocks()).noneMatch(Clock::running);
    }

    @Test
    void aNewerSnapshotTellsTheStatusWhereNoActivityDid() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8))
                .status(TicketStatus.SOLVED, "10:00")
                .scored("10:01");

        assertThat(story.resolution().endedAt()).isEqualTo(at("10:00"));
    }

    @Test
    void theNextCycleIsPromisedByTheTermsOfItsOwnTime() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8))
                .solved("10:00")
                .severity(Severity.P4, ofHours(24), ofHours(72))
                .scored("10:30")
                .reopened("11:00");

        assertThat(story.clock(ClockKind.RESOLUTION, 2).dueAt())
                .isEqualTo(at("11:00").plus(ofHours(72)));
    }

    @Test
    void versionsThatSayTheSameAreKeptOnce() {
        Story story =
                Story.created("09:00", ofHours(4), ofHours(8)).scored("09:10").scored("09:20");

        assertThat(story.facts().versions()).hasSize(1);
        assertThat(story.facts().versions().get(0).through()).isEqualTo(3);
    }
}

package dev.signalbox.watchdog;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.timers.Timer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Next responses, updates and pauses, with their levels, on virtual time: 4 h to answer, 24 h to solve. */
class PromisesOnVirtualTimeTest {

    private static Instant start(long minutes) {
        return VirtualTicket.START.plusSeconds(60 * minutes);
    }

    private static VirtualTicket answered() {
        return VirtualTicket.scored()
                .accepted("lena", Presence.ONLINE)
                .after(ofMinutes(10))
                .answered();
    }

    @Test
    void aMessageThatNobodyAnswersIsWarnedOfAndEscalated() {
        VirtualTicket ticket = answered().after(ofMinutes(60)).wrote("m1", start(60));

        ticket.after(ofHours(5));

        assertThat(ticket.actions())
                .containsExactly(
                        "NEXT_RESPONSE 1 75 WARN DEADLINE_NEAR predicted",
                        "NEXT_RESPONSE 1 90 ESCALATE BREACH_PREDICTED predicted",
                        "NEXT_RESPONSE 1 100 ESCALATE BREACHED");
    }

    /** P2: a message can be missed once only, also when an earlier one arrives after it and shifts the cycles. */
    @Test
    void whatWasDoneForAMessageIsNotDoneAgainWhenAnEarlierOneArrivesLate() {
        VirtualTicket ticket =
                answered().after(ofMinutes(60)).wrote("m2", start(60)).after(ofMinutes(310));
        int acted = ticket.actions().size();

        ticket.wrote("m1", start(20)).happened(ActivityKind.AGENT_REPLIED, start(30));
        ticket.after(ofMinutes(320));

        assertThat(ticket.clocks().stream().map(c -> c.kind() + " " + c.cycle() + " " + c.startedBy()))
                .contains("NEXT_RESPONSE 1 m1", "NEXT_RESPONSE 2 m2");
        assertThat(ticket.ledger(ClockKind.NEXT_RESPONSE, 2).decided()).isEqualTo(100);
        assertThat(ticket.actions()).hasSize(acted);
        assertThat(ticket.pending()).extracting(Timer::key).contains("zendesk:1|NEXT_RESPONSE|2");
    }

    @Test
    void nothingFiresWhileTheCustomerIsWaitedForAndLevelsComeAsMuchLater() {
        VirtualTicket ticket = answered().after(ofHours(6)).waits();
        assertThat(ticket.pending()).isEmpty();

        ticket.after(ofHours(100)).goesOn().after(ofHours(111));

        assertThat(ticket.changes())
                .filteredOn(change -> change.level() != null && change.clock() == ClockKind.RESOLUTION)
                .extracting(ClockChange::level)
                .containsExactly(50);
        assertThat(ticket.pending()).extracting(Timer::dueAt).containsExactly(start(60 * 112));
    }

    @Test
    void aLevelThatFiredJustBeforeThePauseComesAgainAfterIt() {
        VirtualTicket ticket = answered().downUntil(ofHours(12));
        SlaTimer fired = ticket.fireNext();

        ticket.waits().decide(fired);
        assertThat(ticket.levels()).containsExactly("RESOLUTION 1 50 SUPPRESSED PAUSED");

        ticket.after(ofHours(20)).goesOn().after(ofHours(20));
        assertThat(ticket.levels()).contains("RESOLUTION 1 50 SUPPRESSED ACCEPTED");
    }

    /** The customer is waited for, but the promise was broken before: whoever was down then tells it now. */
    @Test
    void aDeadlineThatPassedBeforeThePauseIsToldWhileTheCustomerIsWaitedFor() {
        VirtualTicket ticket = answered().downUntil(ofHours(25)).waits();

        ticket.after(ofHours(26));

        assertThat(ticket.actions()).containsExactly("RESOLUTION 1 100 ESCALATE BREACHED");
        ticket.after(ofHours(30)).goesOn().after(ofHours(40));
        assertThat(ticket.levels())
                .containsExactly(
                        "RESOLUTION 1 50 SUPPRESSED COLLAPSED",
                        "RESOLUTION 1 75 SUPPRESSED COLLAPSED",
                        "RESOLUTION 1 90 SUPPRESSED COLLAPSED",
                        "RESOLUTION 1 100 BREACHED ESCALATE");
    }

    @Test
    void aTicketOpenedAgainOwesAnAnswerToTheSameMessageWithAllItsLevels() {
        VirtualTicket ticket = answered().after(ofMinutes(60)).wrote("m1", start(60));
        ticket.after(ofMinutes(200)).solved().after(ofMinutes(300)).reopened();

        ticket.after(ofMinutes(300 + 200));

        assertThat(ticket.levels())
                .filteredOn(level -> level.startsWith("NEXT_RESPONSE"))
                .startsWith("NEXT_RESPONSE 1 50 SUPPRESSED ACCEPTED", "NEXT_RESPONSE 2 50 SUPPRESSED ACCEPTED");
    }

    @Test
    void aTimerFindsItsClockThoughALateMessageHasGivenItAnotherCycle() {
        VirtualTicket ticket =
                answered().after(ofMinutes(60)).wrote("m2", start(60)).downUntil(ofMinutes(185));
        SlaTimer fired = ticket.fireNext();

        ticket.wrote("m1", start(20))
                .happened(ActivityKind.AGENT_REPLIED, start(30))
                .decide(fired);

        assertThat(fired.cycle()).isEqualTo(1);
        assertThat(ticket.levels()).containsExactly("NEXT_RESPONSE 2 50 SUPPRESSED STALE_REVISION");
    }

    @Test
    void aTimerWhoseClockTurnsOutNeverToHaveRunIsAnsweredWithASuppression() {
        VirtualTicket ticket =
                answered().after(ofMinutes(60)).wrote("m2", start(60)).downUntil(ofMinutes(185));
        SlaTimer fired = ticket.fireNext();

        ticket.happened(ActivityKind.SOLVED, start(50)).decide(fired);

        assertThat(ticket.levels()).contains("NEXT_RESPONSE 1 50 SUPPRESSED NO_SUCH_CLOCK");
    }

    /** A late fact takes most of a pause back: what is overdue now could not be known, so it alarms nobody (N4). */
    @Test
    void whatALateFactMakesOverdueIsRecordedAndAlarmsNobody() {
        VirtualTicket ticket =
                answered().after(ofHours(2)).waits().after(ofHours(31)).goesOn().after(ofHours(40));

        ticket.happened(ActivityKind.REOPENED, start(125));

        assertThat(ticket.actions()).isEmpty();
        assertThat(ticket.levels())
                .containsExactly(
                        "RESOLUTION 1 50 SUPPRESSED BORN_OVERDUE",
                        "RESOLUTION 1 75 SUPPRESSED BORN_OVERDUE",
                        "RESOLUTION 1 90 SUPPRESSED BORN_OVERDUE",
                        "RESOLUTION 1 100 BREACHED BORN_OVERDUE",
                        "RESOLUTION 1 150 SUPPRESSED BORN_OVERDUE");
        ticket.after(ofHours(49));
        assertThat(ticket.actions()).containsExactly("RESOLUTION 1 200 ESCALATE STILL_BREACHED");
    }

    @Test
    void aPauseIsToldOnceAndSoIsItsEnd() {
        VirtualTicket ticket = answered().after(ofHours(1)).waits().waits().after(ofHours(3));
        ticket.wrote("m1", ticket.now()).goesOn();

        assertThat(ticket.changes())
                .filteredOn(change -> change.clock() == ClockKind.RESOLUTION)
                .extracting(ClockChange::kind)
                .containsExactly(ClockEvent.ACTIVATED, ClockEvent.PAUSED, ClockEvent.RESUMED);
    }

    @Test
    void anOpenEscalationOwesUpdatesUntilItEnds() {
        VirtualTicket ticket = answered().after(ofHours(1)).escalation(EscalationChange.OPENED, 1);
        ticket.after(ofHours(2)).answered().after(ofHours(3)).escalation(EscalationChange.RESOLVED, 2);

        assertThat(ticket.changes())
                .filteredOn(change -> change.clock() == ClockKind.UPDATE)
                .extracting(change ->
                        change.cycle() + " " + change.kind() + " " + change.cause() + " " + change.startedBy())
                .containsExactly(
                        "1 ACTIVATED ESCALATED e1",
                        "1 FULFILLED AGENT_REPLIED e1",
                        "2 ACTIVATED UPDATED activity-2",
                        "2 CANCELLED ESCALATION_ENDED activity-2");
        assertThat(ticket.pending()).extracting(Timer::key).containsExactly("zendesk:1|RESOLUTION|1");
    }
}

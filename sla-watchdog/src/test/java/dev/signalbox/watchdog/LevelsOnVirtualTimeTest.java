package dev.signalbox.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.timers.Timer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A ticket's life through the levels of its clocks; 4 h to answer, 24 h to solve. */
class LevelsOnVirtualTimeTest {

    private static final Duration LONG = Duration.ofDays(7);

    @Test
    void aTicketThatNobodyTouchesGoesThroughEveryLevelOfBothClocks() {
        VirtualTicket ticket = VirtualTicket.scored().routed(RouteDecision.QUEUED, RouteCause.NEW, null, false);

        ticket.after(LONG);

        assertThat(ticket.actions())
                .containsExactly(
                        "FIRST_RESPONSE 1 50 REOFFER QUEUED predicted",
                        "FIRST_RESPONSE 1 75 REASSIGN QUEUED predicted",
                        "FIRST_RESPONSE 1 90 ESCALATE BREACH_PREDICTED predicted",
                        "FIRST_RESPONSE 1 100 REASSIGN BREACHED",
                        "FIRST_RESPONSE 1 150 ESCALATE STILL_BREACHED",
                        "FIRST_RESPONSE 1 200 ESCALATE STILL_BREACHED",
                        "RESOLUTION 1 50 REOFFER QUEUED predicted",
                        "RESOLUTION 1 75 ESCALATE REASSIGNED_TOO_OFTEN predicted",
                        "RESOLUTION 1 90 ESCALATE BREACH_PREDICTED predicted",
                        "RESOLUTION 1 100 ESCALATE BREACHED",
                        "RESOLUTION 1 150 ESCALATE STILL_BREACHED",
                        "RESOLUTION 1 200 ESCALATE STILL_BREACHED");
        assertThat(ticket.levels())
                .containsExactly(
                        "FIRST_RESPONSE 1 90 WARNED BREACH_PREDICTED",
                        "FIRST_RESPONSE 1 100 BREACHED REASSIGN",
                        "RESOLUTION 1 75 WARNED REASSIGNED_TOO_OFTEN",
                        "RESOLUTION 1 90 WARNED BREACH_PREDICTED",
                        "RESOLUTION 1 100 BREACHED ESCALATE");
        assertThat(ticket.pending()).isEmpty();
    }

    @Test
    void anAcceptedTicketIsWarnedAboutInsteadOfReassigned() {
        VirtualTicket ticket = VirtualTicket.scored().accepted("lena", Presence.ONLINE);

        ticket.after(Duration.ofHours(3).plusMinutes(30));

        assertThat(ticket.actions()).containsExactly("FIRST_RESPONSE 1 75 WARN DEADLINE_NEAR predicted");
        assertThat(ticket.levels())
                .containsExactly("FIRST_RESPONSE 1 50 SUPPRESSED ACCEPTED", "FIRST_RESPONSE 1 75 WARNED DEADLINE_NEAR");
    }

    @Test
    void aTicketWhoseOwnerHasGoneIsReassigned() {
        VirtualTicket ticket = VirtualTicket.scored().accepted("lena", Presence.OFFLINE);

        ticket.after(Duration.ofHours(3));

        assertThat(ticket.actions()).containsExactly("FIRST_RESPONSE 1 75 REASSIGN OWNER_OFFLINE predicted");
        assertThat(ticket.asked().get(0).assignmentEpoch()).isEqualTo(1);
    }

    @Test
    void anActionNamesTheAssignmentOfItsMoment() {
        VirtualTicket ticket = VirtualTicket.scored()
                .routed(RouteDecision.ASSIGNED, RouteCause.NEW, "lena", false)
                .after(Duration.ofHours(1))
                .routed(RouteDecision.ASSIGNED, RouteCause.TIMED_OUT, "tom", false);

        ticket.after(Duration.ofHours(2));

        assertThat(ticket.asked().get(0).assignmentEpoch()).isEqualTo(2);
    }

    @Test
    void reassignmentsByOthersCountToo() {
        VirtualTicket ticket = VirtualTicket.scored()
                .routed(RouteDecision.ASSIGNED, RouteCause.REASSIGNED_PRESENCE, "lena", false)
                .routed(RouteDecision.ASSIGNED, RouteCause.REASSIGNED_LOAD, "tom", false);

        ticket.after(Duration.ofHours(3));

        assertThat(ticket.actions())
                .containsExactly(
                        "FIRST_RESPONSE 1 50 REOFFER NOT_ACCEPTED predicted",
                        "FIRST_RESPONSE 1 75 ESCALATE REASSIGNED_TOO_OFTEN predicted");
    }

    @Test
    void anAnswerInTimeLeavesNothingToDoForItsClock() {
        VirtualTicket ticket = VirtualTicket.scored().after(Duration.ofHours(1)).answered();

        assertThat(ticket.pending().stream().map(Timer::key)).containsExactly("zendesk:1|RESOLUTION|1");
        ticket.after(Duration.ofHours(10));
        assertThat(ticket.actions()).isEmpty();
    }

    @Test
    void aLevelIsCheckedAgainWhenItIsDecided() {
        VirtualTicket ticket = VirtualTicket.scored().downUntil(Duration.ofHours(2));
        SlaTimer fired = ticket.fireNext();

        ticket.happened(ActivityKind.AGENT_REPLIED, VirtualTicket.START.plusSeconds(3600))
                .decide(fired);

        assertThat(ticket.actions()).isEmpty();
        assertThat(ticket.levels()).containsExactly("FIRST_RESPONSE 1 50 SUPPRESSED FULFILLED");
    }

    @Test
    void aTimerOfAnOlderPromiseDoesNotUseUpItsLevel() {
        VirtualTicket ticket = VirtualTicket.scored().downUntil(Duration.ofHours(2));
        SlaTimer old = ticket.fireNext();
        ticket.rescored(VirtualTicket.version(2)
                .of(Examples.anAccount().health(20).build().asAccount(1)));

        ticket.decide(old);

        assertThat(ticket.actions()).isEmpty();
        assertThat(ticket.levels()).containsExactly("FIRST_RESPONSE 1 50 SUPPRESSED STALE_REVISION");
        ticket.after(Duration.ofHours(2));
        assertThat(ticket.actions()).containsExactly("FIRST_RESPONSE 1 50 REOFFER QUEUED predicted");
    }

    @Test
    void levelsThatFellDueInADowntimeCollapseIntoTheHighest() {
        VirtualTicket ticket = VirtualTicket.scored().downUntil(Duration.ofHours(5));

        ticket.after(Duration.ofHours(5));

        assertThat(ticket.actions()).containsExactly("FIRST_RESPONSE 1 100 REASSIGN BREACHED");
        assertThat(ticket.levels())
                .containsExactly(
                        "FIRST_RESPONSE 1 50 SUPPRESSED COLLAPSED",
                        "FIRST_RESPONSE 1 75 SUPPRESSED COLLAPSED",
                        "FIRST_RESPONSE 1 90 SUPPRESSED COLLAPSED",
                        "FIRST_RESPONSE 1 100 BREACHED REASSIGN");
    }

    @Test
    void aBreachIsToldEvenIfALaterLevelSpeaksForAll() {
        VirtualTicket ticket = VirtualTicket.scored().downUntil(Duration.ofHours(7));

        ticket.after(Duration.ofHours(7));

        assertThat(ticket.actions()).containsExactly("FIRST_RESPONSE 1 150 ESCALATE STILL_BREACHED");
        assertThat(ticket.levels()).contains("FIRST_RESPONSE 1 100 BREACHED COLLAPSED");
    }

    @Test
    void anAnswerThatCameTooLateIsABreachEvenIfNoLevelSaidSo() {
        VirtualTicket ticket =
                VirtualTicket.scored().downUntil(Duration.ofHours(5)).answered();

        assertThat(ticket.actions()).isEmpty();
        assertThat(ticket.levels())
                .containsExactly(
                        "FIRST_RESPONSE 1 50 SUPPRESSED FULFILLED",
                        "FIRST_RESPONSE 1 75 SUPPRESSED FULFILLED",
                        "FIRST_RESPONSE 1 90 SUPPRESSED FULFILLED",
                        "FIRST_RESPONSE 1 100 BREACHED FULFILLED");
    }

    @Test
    void anAnswerInTimeThatBecomesKnownLateLeavesNoLevelToSpeakOf() {
        VirtualTicket ticket = VirtualTicket.scored()
                .downUntil(Duration.ofHours(5))
                .happened(ActivityKind.AGENT_REPLIED, VirtualTicket.START.plusSeconds(3600));

        assertThat(ticket.levels()).isEmpty();
    }

    @Test
    void aRepeatedTimerChangesNothing() {
        VirtualTicket ticket = VirtualTicket.scored().downUntil(Duration.ofHours(2));
        SlaTimer fired = ticket.fireNext();
        ticket.decide(fired);
        int told = ticket.changes().size();

        ticket.decide(fired);

        assertThat(ticket.actions()).hasSize(1);
        assertThat(ticket.changes()).hasSize(told);
    }

    @Test
    void openingAgainRunsTheLevelsOfTheNextCycle() {
        VirtualTicket ticket = VirtualTicket.scored()
                .answered()
                .after(Duration.ofHours(13))
                .solved()
                .after(Duration.ofHours(20))
                .reopened()
                .accepted("lena", Presence.ONLINE);

        ticket.after(Duration.ofHours(20 + 18));

        assertThat(ticket.actions())
                .containsExactly(
                        "RESOLUTION 1 50 REOFFER QUEUED predicted", "RESOLUTION 2 75 WARN DEADLINE_NEAR predicted");
    }

    @Test
    void tighteningBringsTheNextLevelForward() {
        VirtualTicket ticket = VirtualTicket.scored().after(Duration.ofHours(1));

        ticket.rescored(VirtualTicket.version(2)
                .of(Examples.anAnalysis().severity(Severity.P1).build())
                .targets(Duration.ofMinutes(15), Duration.ofHours(2)));

        Timer next = ticket.pending().get(0);
        assertThat(next.key()).isEqualTo("zendesk:1|FIRST_RESPONSE|1");
        assertThat(next.dueAt()).isEqualTo(VirtualTicket.START.plus(Duration.ofHours(1)));
        assertThat(ticket.ledger(ClockKind.FIRST_RESPONSE, 1).revision()).isEqualTo(2);
    }

    @Test
    void anImportedTicketFiresNothing() {
        VirtualTicket ticket = new VirtualTicket();
        ticket.tell(w -> w.scored(VirtualTicket.version(1)
                .of(Examples.aTicket().id("zendesk:1").imported().build())
                .scored()));

        ticket.after(LONG);

        assertThat(ticket.pending()).isEmpty();
        assertThat(ticket.changes().stream().map(change -> change.kind() + " " + change.cause()))
                .containsExactly("SUPPRESSED IMPORTED", "SUPPRESSED IMPORTED");
    }
}

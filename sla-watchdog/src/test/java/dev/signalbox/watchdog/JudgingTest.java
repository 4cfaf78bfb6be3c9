package dev.signalbox.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How clocks are counted: warned or not, broken or kept, each once; 4 h to answer, 24 h to solve. */
class JudgingTest {

    @Test
    void anAnswerInTimeThatNobodyWarnedAboutIsKeptUnwarned() {
        VirtualTicket ticket = VirtualTicket.scored()
                .accepted("lena", Presence.ONLINE)
                .after(Duration.ofHours(1))
                .answered();

        assertThat(ticket.counted()).containsExactly("FIRST_RESPONSE KEPT_UNWARNED 1");
    }

    @Test
    void anAnswerAfterAWarningIsAWarningForNothing() {
        VirtualTicket ticket = VirtualTicket.scored()
                .accepted("lena", Presence.ONLINE)
                .after(Duration.ofHours(3).plusMinutes(10))
                .answered();

        assertThat(ticket.counted()).containsExactly("FIRST_RESPONSE WARNED_FOR_NOTHING 1");
    }

    @Test
    void aTicketThatNobodyTouchesIsWarnedAndBreachedOnBothClocksOnce() {
        VirtualTicket ticket = VirtualTicket.scored()
                .routed(RouteDecision.QUEUED, RouteCause.NEW, null, false)
                .after(Duration.ofDays(7));

        assertThat(ticket.counted())
                .containsExactly("FIRST_RESPONSE WARNED_AND_BREACHED 1", "RESOLUTION WARNED_AND_BREACHED 1");
    }

    @Test
    void aBreachInADowntimeIsUnwarned() {
        VirtualTicket ticket =
                VirtualTicket.scored().downUntil(Duration.ofHours(5)).after(Duration.ofHours(5));

        assertThat(ticket.counted()).containsExactly("FIRST_RESPONSE BREACHED_UNWARNED 1");
    }

    @Test
    void anAnswerThatBecomesKnownLateTakesTheBreachBack() {
        VirtualTicket ticket = VirtualTicket.scored()
                .accepted("lena", Presence.ONLINE)
                .after(Duration.ofHours(5))
                .happened(ActivityKind.AGENT_REPLIED, VirtualTicket.START.plusSeconds(60));

        assertThat(ticket.counted()).containsExactly("FIRST_RESPONSE WARNED_FOR_NOTHING 1");
    }

    @Test
    void aTicketSolvedInTheLastTenthAndOpenedAgainSoonWasClosedToBeatTheClock() {
        VirtualTicket ticket =
                solvedAfter(Duration.ofHours(22)).after(Duration.ofHours(94)).reopened();

        assertThat(ticket.counted()).contains("RESOLUTION CLOSED_TO_BEAT_THE_CLOCK 1");
        assertThat(ticket.changes())
                .filteredOn(change -> change.kind() == ClockEvent.ACTIVATED && change.cycle() == 2)
                .extracting(change -> change.cause())
                .containsExactly("CLOSED_TO_BEAT_THE_CLOCK");
    }

    @Test
    void solvedEarlierOrOpenedAgainLaterItWasNot() {
        assertThat(solvedAfter(Duration.ofHours(21))
                        .after(Duration.ofHours(30))
                        .reopened()
                        .counted())
                .doesNotContain("RESOLUTION CLOSED_TO_BEAT_THE_CLOCK 1");
        assertThat(solvedAfter(Duration.ofHours(22))
                        .after(Duration.ofHours(95))
                        .reopened()
                        .counted())
                .doesNotContain("RESOLUTION CLOSED_TO_BEAT_THE_CLOCK 1");
        assertThat(solvedAfter(Duration.ofHours(25))
                        .after(Duration.ofHours(30))
                        .reopened()
                        .counted())
                .doesNotContain("RESOLUTION CLOSED_TO_BEAT_THE_CLOCK 1");
    }

    private static VirtualTicket solvedAfter(Duration time) {
        return VirtualTicket.scored()
                .accepted("lena", Presence.ONLINE)
                .answered()
                .after(time)
                .solved();
    }
}

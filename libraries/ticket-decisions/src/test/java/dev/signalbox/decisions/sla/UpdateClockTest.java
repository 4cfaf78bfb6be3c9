package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** While a ticket is escalated its customer hears of it every 24 hours, with P1 every hour (S34). */
class UpdateClockTest {

    private static Story escalated() {
        return Story.created("09:00", ofHours(4), ofHours(24)).escalated(EscalationTrigger.OUTAGE, null, "10:00");
    }

    @Test
    void anEscalationOwesAnUpdateWithinADay() {
        Clock clock = escalated().clock(ClockKind.UPDATE, 1);

        assertThat(clock.dueAt()).isEqualTo(at("10:00").plus(ofHours(24)));
        assertThat(clock.startedBy()).isEqualTo("escalation-1");
    }

    @Test
    void aP1OwesOneWithinTheHour() {
        Story story = Story.unseen("09:00", ofHours(4), ofHours(24))
                .severity(Severity.P1, ofMinutes(15), ofHours(2))
                .scored("09:00")
                .escalated(EscalationTrigger.OUTAGE, null, "10:00");

        assertThat(story.clock(ClockKind.UPDATE, 1).dueAt()).isEqualTo(at("11:00"));
    }

    @Test
    void everyPublicReplyIsAnUpdateAndStartsTheNextCycle() {
        Story story = escalated().answered("12:00").answered("15:00");

        assertThat(updates(story))
                .extracting(Clock::state)
                .containsExactly(ClockState.FULFILLED, ClockState.FULFILLED, ClockState.RUNNING);
        assertThat(story.clock(ClockKind.UPDATE, 3).dueAt())
                .isEqualTo(at("15:00").plus(ofHours(24)));
    }

    @Test
    void becomingAP1LeavesAQuarterOfAnHourToSaySo() {
        Story story =
                escalated().severity(Severity.P1, ofMinutes(15), ofHours(2)).scored("12:00");

        assertThat(story.clock(ClockKind.UPDATE, 1).dueAt()).isEqualTo(at("12:15"));
    }

    @Test
    void itEndsWithTheLastOpenEscalation() {
        Story story = escalated()
                .escalated(EscalationTrigger.SECURITY, null, "11:00")
                .escalationEnds("escalation-1", "12:00");
        assertThat(story.clock(ClockKind.UPDATE, 1).running()).isTrue();

        story.escalationEnds("escalation-2", "13:00");

        assertThat(story.clock(ClockKind.UPDATE, 1).state()).isEqualTo(ClockState.CANCELLED);
        assertThat(updates(story)).hasSize(1);
    }

    @Test
    void waitingOnTheCustomerPausesNoUpdate() {
        assertThat(escalated().waits("11:00").clock(ClockKind.UPDATE, 1).running())
                .isTrue();
    }

    @Test
    void anEscalationMakesNoUpdateLateThatItAskedForItself() {
        Story story = escalated().escalated(EscalationTrigger.SECURITY, null, "11:00");

        assertThat(story.clock(ClockKind.UPDATE, 1).dueAt())
                .isEqualTo(at("10:00").plus(ofHours(24)));
    }

    @Test
    void aSolvedTicketOwesNoUpdate() {
        Story story = escalated().answered("12:00").solved("13:00");
        assertThat(story.clocks()).noneMatch(Clock::owed);

        story.reopened("14:00");

        assertThat(story.clock(ClockKind.UPDATE, 3).dueAt())
                .isEqualTo(at("14:00").plus(ofHours(24)));
    }

    private static List<Clock> updates(Story story) {
        return story.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.UPDATE)
                .toList();
    }
}

package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has to be told when facts have changed clocks. */
class ClockUpdateTest {

    private final Story story = Story.created("09:00", ofHours(4), ofHours(8));

    @Test
    void newClocksAreToldWithAllTheirSteps() {
        story.answered("09:30");

        assertThat(told(List.of()))
                .containsExactly(
                        "FIRST_RESPONSE 1 ACTIVATED SCORED",
                        "FIRST_RESPONSE 1 FULFILLED AGENT_REPLIED",
                        "RESOLUTION 1 ACTIVATED SCORED");
    }

    @Test
    void onlyNewStepsAreTold() {
        List<Clock> before = story.clocks();
        story.health(30).scored("10:00");

        assertThat(told(before))
                .containsExactly("FIRST_RESPONSE 1 RETARGETED HEALTH_FELL", "RESOLUTION 1 RETARGETED HEALTH_FELL");
    }

    @Test
    void nothingIsToldOfWhatIsTheSame() {
        List<Clock> before = story.clocks();
        story.scored("10:00");

        assertThat(told(before)).isEmpty();
    }

    @Test
    void anEarlierAnswerThatArrivesLateCorrectsTheEnd() {
        List<Clock> before = story.answered("12:00").clocks();
        story.answered("10:00");

        ClockUpdate update = updates(before).get(0);

        assertThat(updates(before)).hasSize(1);
        assertThat(update.step().event()).isEqualTo(ClockEvent.FULFILLED);
        assertThat(update.step().cause()).isEqualTo(ClockCause.AGENT_REPLIED);
        assertThat(update.step().at()).isEqualTo(at("10:00"));
        assertThat(update.step().elapsed()).isEqualTo(Duration.ofHours(1));
        assertThat(update.step().remaining()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aLateFactThatMovesADeadlineIsToldAsOneCorrection() {
        List<Clock> before = story.health(30).scored("12:00").clocks();
        story.escalated(EscalationTrigger.SECURITY, null, "11:00");

        ClockUpdate update = updates(before).stream()
                .filter(u -> u.clock().kind() == ClockKind.FIRST_RESPONSE)
                .findFirst()
                .orElseThrow();

        assertThat(update.step().event()).isEqualTo(ClockEvent.RETARGETED);
        assertThat(update.step().cause()).isEqualTo(ClockCause.HISTORY_REVISED);
        assertThat(update.step().oldDueAt()).isEqualTo(at("12:45"));
        assertThat(update.step().newDueAt()).isEqualTo(at("12:00"));
    }

    @Test
    void aClockThatALateMergeMakesUnhappenIsWithdrawn() {
        List<Clock> before = story.solved("10:00").reopened("11:00").clocks();
        story.merged("09:30");

        assertThat(told(before))
                .containsExactly(
                        "FIRST_RESPONSE 2 CANCELLED HISTORY_REVISED",
                        "RESOLUTION 2 CANCELLED HISTORY_REVISED",
                        "FIRST_RESPONSE 1 CANCELLED MERGED",
                        "RESOLUTION 1 CANCELLED MERGED");
        assertThat(updates(before)).noneMatch(update -> update.clock().running());
    }

    @Test
    void aSolutionThatComesToBeKnownLateShiftsTheCycles() {
        List<Clock> before =
                story.answered("09:10").solved("10:00").reopened("12:00").clocks();
        story.reopened("10:30").solved("11:00");

        assertThat(told(before)).containsExactly("RESOLUTION 2 FULFILLED SOLVED", "RESOLUTION 3 ACTIVATED REOPENED");
    }

    private List<String> told(List<Clock> before) {
        return updates(before).stream()
                .map(update -> update.clock().kind() + " " + update.clock().cycle() + " "
                        + update.step().event() + " " + update.step().cause())
                .toList();
    }

    private List<ClockUpdate> updates(List<Clock> before) {
        return ClockUpdate.between(before, story.clocks(), at("13:00"));
    }
}

package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What moves a running promise (S29, S30); the first three are the worked cases of the domain's description. */
class RunningPromiseTest {

    @Test
    void healthBelowFortyTakesAQuarterOfWhatRemains() {
        Story story = Story.created("09:00", ofHours(4), ofHours(24)).health(35).scored("12:00");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("12:45"));
    }

    @Test
    void angerShortlyBeforeTheDeadlineMovesItNeitherBelowFifteenMinutesNorLater() {
        Story story = Story.created("09:00", ofHours(2), ofHours(24))
                .sentiment(Sentiment.Label.STRONGLY_NEGATIVE)
                .scored("10:50");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("11:00"));
        assertThat(story.firstResponse().steps()).hasSize(1);
    }

    @Test
    void raisedSeverityLeavesFifteenMinutesWhereTheNewTargetHasPassedAlready() {
        Story story = Story.created("09:00", ofHours(8), ofHours(24))
                .severity(Severity.P1, ofMinutes(15), ofHours(2))
                .scored("10:00");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("10:15"));
        assertThat(story.resolution().dueAt()).isEqualTo(at("11:00"));
    }

    @Test
    void aNewTargetCountsFromTheStartSoElapsedTimeIsCarried() {
        Story story = Story.created("09:00", ofHours(4), ofHours(24))
                .severity(Severity.P2, ofHours(2), ofHours(8))
                .scored("10:00");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("11:00"));
    }

    @Test
    void aLooserTargetDoesNotLoosenARunningPromise() {
        Story story = Story.created("09:00", ofHours(1), ofHours(8))
                .severity(Severity.P4, ofHours(24), ofHours(120))
                .scored("09:10");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("10:00"));
    }

    @Test
    void theSameTargetAgainChangesNothing() {
        Story story = Story.created("09:00", ofHours(8), ofHours(24))
                .severity(Severity.P1, ofMinutes(15), ofHours(2))
                .scored("10:00")
                .health(79)
                .scored("10:10");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("10:15"));
        assertThat(story.firstResponse().steps()).hasSize(2);
    }

    @Test
    void aShorterTargetWithoutHigherSeverityTightensToo() {
        Story story = Story.created("09:00", ofHours(8), ofHours(24))
                .targets(ofHours(4), ofHours(24))
                .scored("10:00");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("13:00"));
        assertThat(lastStep(story.firstResponse()).cause()).isEqualTo(ClockCause.TARGET_SHORTENED);
        assertThat(lastStep(story.firstResponse()).tightenedBy()).isEqualTo("target PT8H -> PT4H");
    }

    @Test
    void healthThatFellByTwentyPointsTightensOnceNotAgainForTheNextPoint() {
        Story story = Story.created("09:00", ofHours(4), ofHours(24))
                .health(60)
                .scored("10:00")
                .health(59)
                .scored("11:00");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("12:15"));
    }

    @Test
    void healthThatSinksInSmallStepsTightensWhenTheyAddUp() {
        Story story = Story.created("09:00", ofHours(4), ofHours(24)).health(70).scored("10:00");
        assertThat(story.firstResponse().dueAt()).isEqualTo(at("13:00"));

        story.health(60).scored("11:00");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("12:30"));
    }

    @Test
    void healthThatBecomesKnownHasNotFallen() {
        Story story = Story.unseen("09:00", ofHours(4), ofHours(24))
                .health(70, false)
                .scored("09:00")
                .health(30, true)
                .scored("10:00");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("13:00"));
    }

    @Test
    void aTicketThatIsAngryFromTheStartHasNotTurned() {
        Story story = Story.unseen("09:00", ofHours(4), ofHours(24))
                .sentiment(Sentiment.Label.NEGATIVE)
                .scored("09:00")
                .sentiment(Sentiment.Label.STRONGLY_NEGATIVE)
                .scored("10:00");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("13:00"));
    }

    @Test
    void anEscalationForAnotherReasonHalvesWhatRemains() {
        Story story = Story.created("09:00", ofHours(4), ofHours(24))
                .escalated(EscalationTrigger.HIGH_VALUE_RISK, null, "11:00");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("12:00"));
        assertThat(lastStep(story.firstResponse()).tightenedBy()).isEqualTo("escalation HIGH_VALUE_RISK, x0.5");
    }

    @Test
    void anEscalationForAClocksOwnDeadlineMovesOnlyTheOtherClock() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8))
                .escalated(EscalationTrigger.SLA_BREACH, ClockKind.FIRST_RESPONSE, "12:36");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("13:00"));
        assertThat(story.resolution().dueAt()).isEqualTo(at("14:48"));
    }

    @Test
    void everyCauseOfOneVersionIsToldByItself() {
        Story story = Story.created("09:00", ofHours(8), ofHours(24))
                .severity(Severity.P2, ofHours(4), ofHours(8))
                .health(35)
                .sentiment(Sentiment.Label.NEGATIVE)
                .scored("11:00");

        assertThat(story.firstResponse().steps().stream().map(ClockStep::cause))
                .containsExactly(
                        ClockCause.SCORED,
                        ClockCause.SEVERITY_RAISED,
                        ClockCause.HEALTH_FELL,
                        ClockCause.SENTIMENT_TURNED_NEGATIVE);
        assertThat(story.firstResponse().steps().stream().map(ClockStep::newDueAt))
                .containsExactly(at("17:00"), at("13:00"), at("12:30"), at("12:07:30"));
    }

    @Test
    void aChangeTellsOldAndNewDeadlineElapsedAndRemaining() {
        ClockStep step = lastStep(Story.created("09:00", ofHours(4), ofHours(24))
                .health(35)
                .scored("12:00")
                .firstResponse());

        assertThat(step)
                .isEqualTo(new ClockStep(
                        at("12:00"),
                        ClockEvent.RETARGETED,
                        ClockCause.HEALTH_FELL,
                        at("13:00"),
                        at("12:45"),
                        Duration.ofHours(3),
                        Duration.ofMinutes(45),
                        "health 80 -> 35, x0.75",
                        "starter",
                        null));
    }

    @Test
    void aMissedPromiseIsNotMovedAnyMore() {
        Story story = Story.created("09:00", ofHours(1), ofHours(24))
                .severity(Severity.P1, ofMinutes(15), ofHours(2))
                .health(10)
                .scored("10:30");

        assertThat(story.firstResponse().dueAt()).isEqualTo(at("10:00"));
    }

    private static ClockStep lastStep(Clock clock) {
        return clock.steps().get(clock.steps().size() - 1);
    }
}

package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Severity;
import org.junit.jupiter.api.Test;

/** A running promise is loosened by a named person with a reason, and by nothing else (S30). */
class LooseningTest {

    private static Story loosened() {
        return Story.created("09:00", ofHours(4), ofHours(8)).loosened(ClockKind.RESOLUTION, "22:00", "10:00");
    }

    @Test
    void theDeadlineMovesBackAndTheStepSaysByWhomAndWhy() {
        Clock clock = loosened().resolution();

        assertThat(clock.dueAt()).isEqualTo(at("22:00"));
        ClockStep last = clock.steps().get(clock.steps().size() - 1);
        assertThat(last.cause()).isEqualTo(ClockCause.LOOSENED);
        assertThat(last.oldDueAt()).isEqualTo(at("17:00"));
        assertThat(last.loosening().by()).isEqualTo("lena");
        assertThat(last.loosening().reason()).isEqualTo("agreed with the customer");
    }

    @Test
    void otherClocksStayAsTheyAre() {
        assertThat(loosened().firstResponse().dueAt()).isEqualTo(at("13:00"));
    }

    @Test
    void theSameTargetAgainDoesNotTakeItBack() {
        assertThat(loosened().health(79).scored("11:00").resolution().dueAt()).isEqualTo(at("22:00"));
    }

    @Test
    void whatGetsWorseTightensTheLoosenedPromise() {
        Story story =
                loosened().severity(Severity.P1, ofMinutes(15), ofHours(2)).scored("12:00");

        assertThat(story.resolution().dueAt()).isEqualTo(at("12:15"));
    }

    @Test
    void anEarlierMomentLoosensNothing() {
        Story story = Story.created("09:00", ofHours(4), ofHours(8)).loosened(ClockKind.RESOLUTION, "16:00", "10:00");

        assertThat(story.resolution().steps()).hasSize(1);
    }

    @Test
    void aBrokenPromiseStaysBroken() {
        Story story = Story.created("09:00", ofHours(1), ofHours(2)).loosened(ClockKind.RESOLUTION, "22:00", "11:30");

        assertThat(story.resolution().dueAt()).isEqualTo(at("11:00"));
    }

    @Test
    void aPastMomentIsAnsweredFromWhatIsKnownOfIt() {
        Story story = loosened().solved("12:00");

        Clock then = ClockFold.of(story.facts(), version -> Story.POLICY, at("09:30"))
                .get(1);

        assertThat(then.running()).isTrue();
        assertThat(then.dueAt()).isEqualTo(at("17:00"));
        assertThat(ClockFold.of(story.facts(), version -> Story.POLICY, at("08:59")))
                .isEmpty();
    }
}

package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.LevelTiming;
import dev.signalbox.contracts.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When levels are due. */
class DueLevelTest {

    private static final WatchdogPolicy POLICY = Story.POLICY.watchdog();

    @Test
    void levelsAreSharesOfTheWorkingTime() {
        Clock clock = Story.created("09:00", ofHours(4), ofHours(24)).firstResponse();

        assertThat(moments(clock))
                .containsExactly(at("11:00"), at("12:00"), at("12:36"), at("13:00"), at("15:00"), at("17:00"));
    }

    @Test
    void nextIsTheLowestLevelThatIsNotDecided() {
        Clock clock = Story.created("09:00", ofHours(4), ofHours(24)).firstResponse();

        assertThat(next(clock, 0)).isEqualTo(new DueLevel(POLICY.levels().get(0), at("11:00"), LevelTiming.SHARE));
        assertThat(next(clock, 50).level().percent()).isEqualTo(75);
        assertThat(next(clock, 60).level().percent()).isEqualTo(75);
        assertThat(DueLevel.next(clock, POLICY, 200, null)).isEmpty();
    }

    @Test
    void aClockThatDoesNotRunHasNoNextLevel() {
        assertThat(DueLevel.next(
                        Story.created("09:00", ofHours(4), ofHours(8))
                                .answered("10:00")
                                .firstResponse(),
                        POLICY,
                        0,
                        null))
                .isEmpty();
        assertThat(DueLevel.next(
                        Story.unseen("09:00", ofHours(4), ofHours(8))
                                .imported()
                                .scored("10:00")
                                .firstResponse(),
                        POLICY,
                        0,
                        null))
                .isEmpty();
    }

    @Test
    void tighteningMovesLevelsButNeverBeforeItsOwnMoment() {
        Clock clock = Story.created("09:00", ofHours(4), ofHours(24))
                .health(35)
                .scored("12:00")
                .firstResponse();

        assertThat(moments(clock).subList(0, 4)).containsExactly(at("12:00"), at("12:00"), at("12:22:30"), at("12:45"));
    }

    @Test
    void noLevelIsDueBeforeTheTicketWasSeen() {
        Clock clock =
                Story.unseen("09:00", ofHours(1), ofHours(24)).scored("11:30").firstResponse();

        assertThat(moments(clock))
                .containsExactly(at("11:30"), at("11:30"), at("11:30"), at("11:30"), at("11:30"), at("11:30"));
    }

    @Test
    void aRaisedSeverityLeavesRoomForItsLevels() {
        Clock clock = Story.created("09:00", ofHours(8), ofHours(24))
                .severity(Severity.P1, ofMinutes(15), ofHours(2))
                .scored("10:00")
                .firstResponse();

        assertThat(moments(clock).get(2)).isEqualTo(at("10:07:30"));
        assertThat(moments(clock).get(3)).isEqualTo(at("10:15"));
    }

    @Test
    void overdueAreUndecidedLevelsUpToNow() {
        Clock clock = Story.created("09:00", ofHours(4), ofHours(24)).firstResponse();

        assertThat(percents(clock, 0, "10:59:59")).isEmpty();
        assertThat(percents(clock, 0, "11:00")).containsExactly(50);
        assertThat(percents(clock, 50, "12:40")).containsExactly(75, 90);
        assertThat(percents(clock, 0, "23:00")).containsExactly(50, 75, 90, 100, 150, 200);
    }

    private static DueLevel next(Clock clock, int decided) {
        return DueLevel.next(clock, POLICY, decided, null).orElseThrow();
    }

    private static List<Instant> moments(Clock clock) {
        return DueLevel.overdue(clock, POLICY, 0, null, Instant.MAX).stream()
                .map(DueLevel::dueAt)
                .toList();
    }

    private static List<Integer> percents(Clock clock, int decided, String now) {
        return DueLevel.overdue(clock, POLICY, decided, null, at(now)).stream()
                .map(due -> due.level().percent())
                .toList();
    }
}

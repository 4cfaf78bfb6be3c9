package dev.signalbox.decisions.sla;

import static dev.signalbox.decisions.sla.Story.at;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.contracts.LevelTiming;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reassign level leaves somebody else the time to keep the promise (N5). */
class LastMomentTest {

    private static final WatchdogPolicy POLICY = Story.POLICY.watchdog();
    private static final BigDecimal P90 = new BigDecimal("0.9");

    private final Clock fourHours =
            Story.created("09:00", ofHours(4), ofHours(24)).firstResponse();

    @Test
    void handingOverAndTheNextAgentsReplyFitBeforeTheDeadline() {
        assertThat(reassign(fourHours, ofMinutes(90)))
                .isEqualTo(
                        new DueLevel(POLICY.level(75).orElseThrow(), at("11:30"), LevelTiming.LAST_RESPONSIBLE_MOMENT));
    }

    @Test
    void theLevelNeverMovesBack() {
        assertThat(reassign(fourHours, ofMinutes(20)).dueAt()).isEqualTo(at("12:00"));
        assertThat(reassign(fourHours, ofMinutes(60)).timing()).isEqualTo(LevelTiming.SHARE);
    }

    @Test
    void theLevelNeverComesBeforeHalfOfTheClock() {
        assertThat(reassign(fourHours, ofMinutes(120)).dueAt()).isEqualTo(at("11:00"));
        assertThat(reassign(fourHours, ofMinutes(121)).dueAt()).isEqualTo(at("12:00"));
    }

    @Test
    void whereNobodyElseCouldKeepThePromiseTheShareStaysAndSaysSo() {
        Clock quarter = Story.created("09:00", ofMinutes(15), ofHours(2)).firstResponse();

        assertThat(reassign(quarter, ofMinutes(11)))
                .isEqualTo(
                        new DueLevel(POLICY.level(75).orElseThrow(), at("09:11:15"), LevelTiming.NO_TIME_TO_HAND_OVER));
    }

    @Test
    void theLevelNeverPassesTheOneBeforeIt() {
        WatchdogPolicy later = new WatchdogPolicy(
                List.of(
                        new Level(60, LevelAct.REOFFER),
                        new Level(75, LevelAct.REASSIGN_OR_WARN),
                        new Level(100, LevelAct.BREACH)),
                2,
                POLICY.lastMoment(),
                null,
                null,
                ofHours(1));

        assertThat(DueLevel.next(fourHours, later, 60, ofMinutes(100))
                        .orElseThrow()
                        .timing())
                .isEqualTo(LevelTiming.NO_TIME_TO_HAND_OVER);
        assertThat(DueLevel.next(fourHours, later, 60, ofMinutes(96))
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(at("11:24"));
    }

    @Test
    void onlyTheReassignLevelMoves() {
        List<Instant> shares = moments(null);
        List<Instant> moved = moments(ofMinutes(90));

        assertThat(moved).hasSameSizeAs(shares);
        for (int i = 0; i < shares.size(); i++) {
            assertThat(moved.get(i).equals(shares.get(i))).isEqualTo(i != 1);
        }
    }

    @Test
    void aPolicyWithoutTheSectionLeavesEveryLevelAtItsShare() {
        WatchdogPolicy fixed = new WatchdogPolicy(POLICY.levels(), 2, null, null, null, ofHours(1));

        assertThat(DueLevel.next(fourHours, fixed, 50, ofMinutes(90))
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(at("12:00"));
    }

    @Test
    void theStarterHandsOverInElevenMinutes() {
        assertThat(POLICY.lastMoment()).isEqualTo(new LastMoment(ofMinutes(11), new BigDecimal("0.90"), 50, 20));
        assertThat(POLICY.lastMoment().handOverWith(ofMinutes(9))).isEqualTo(ofMinutes(20));
    }

    @Test
    void numbersMustMakeSense() {
        refused(() -> new LastMoment(null, P90, 50, 1), "handOver");
        refused(() -> new LastMoment(ofMinutes(-1), P90, 50, 1), "handOver");
        refused(() -> new LastMoment(ofMinutes(1), BigDecimal.ONE, 50, 1), "quantile");
        refused(() -> new LastMoment(ofMinutes(1), BigDecimal.ZERO, 50, 1), "quantile");
        refused(() -> new LastMoment(ofMinutes(1), P90, 0, 1), "notBefore must be within 1..99, is 0");
        refused(() -> new LastMoment(ofMinutes(1), P90, 100, 1), "notBefore must be within 1..99, is 100");
        refused(() -> new LastMoment(ofMinutes(1), P90, 50, 0), "learnedFrom must be 1 or more, is 0");
        refused(
                () -> new WatchdogPolicy(POLICY.levels(), 2, null, ofMinutes(-1), null, ofHours(1)),
                "settlesFor must be a duration of zero or more");
    }

    private static DueLevel reassign(Clock clock, Duration handOver) {
        return DueLevel.next(clock, POLICY, 50, handOver).orElseThrow();
    }

    private List<Instant> moments(Duration handOver) {
        return DueLevel.overdue(fourHours, POLICY, 0, handOver, Instant.MAX).stream()
                .map(DueLevel::dueAt)
                .toList();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making, String because) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(because);
    }
}

package dev.signalbox.decisions.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies that make no sense are refused with a sentence that helps. */
class WatchdogPolicyTest {

    private static final Level BREACH = new Level(100, LevelAct.BREACH);
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void theStarterHasTheLevelsOfTheDomain() {
        assertThat(Story.POLICY.watchdog().levels().stream().map(Level::percent))
                .containsExactly(50, 75, 90, 100, 150, 200);
        assertThat(Story.POLICY.watchdog().firesNothingWhenOlderThan()).isEqualTo(WEEK);
        assertThat(Story.POLICY.dynamic().leavesAtLeast()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aLevelIsFoundByItsPercentage() {
        assertThat(Story.POLICY.watchdog().level(75)).contains(new Level(75, LevelAct.REASSIGN_OR_WARN));
        assertThat(Story.POLICY.watchdog().level(60)).isEmpty();
    }

    @Test
    void levelsMustRise() {
        refused(
                () -> new WatchdogPolicy(List.of(BREACH, new Level(100, LevelAct.REOFFER)), 2, null, null, null, WEEK),
                "must rise");
        refused(
                () -> new WatchdogPolicy(List.of(BREACH, new Level(50, LevelAct.REOFFER)), 2, null, null, null, WEEK),
                "50 follows 100");
    }

    @Test
    void theDeadlineNeedsItsLevel() {
        refused(() -> new WatchdogPolicy(null, 2, null, null, null, WEEK), "exactly one level with act BREACH, at 100");
        refused(() -> new WatchdogPolicy(List.of(new Level(90, LevelAct.BREACH)), 2, null, null, null, WEEK), "at 100");
        refused(
                () -> new WatchdogPolicy(List.of(new Level(90, LevelAct.BREACH), BREACH), 2, null, null, null, WEEK),
                "exactly one");
    }

    @Test
    void numbersMustMakeSense() {
        refused(
                () -> new WatchdogPolicy(List.of(BREACH), -1, null, null, null, WEEK),
                "reassignmentsAtMost must be 0 or more, is -1");
        refused(() -> new WatchdogPolicy(List.of(BREACH), 2, null, null, null, null), "firesNothingWhenOlderThan");
        refused(
                () -> new WatchdogPolicy(List.of(BREACH), 2, null, null, null, WEEK.negated()),
                "firesNothingWhenOlderThan");
        refused(() -> new Level(0, LevelAct.REOFFER), "percent of 1 or more");
        refused(() -> new Level(50, null), "percent of 1 or more and an act");
    }

    @Test
    void factorsMustTighten() {
        BigDecimal half = new BigDecimal("0.5");
        Duration zero = Duration.ZERO;
        assertThat(new DynamicPolicy(1, 0, half, half, half, zero).leavesAtLeast())
                .isZero();
        assertThat(new DynamicPolicy(100, 100, half, half, half, zero).healthFall())
                .isEqualTo(100);
        refused(() -> new DynamicPolicy(0, 40, half, half, half, zero), "healthFall must be within 1..100, is 0");
        refused(() -> new DynamicPolicy(20, -1, half, half, half, zero), "healthBelow must be within 0..100, is -1");
        refused(() -> new DynamicPolicy(20, 101, half, half, half, zero), "healthBelow");
        refused(() -> new DynamicPolicy(20, 40, BigDecimal.ONE, half, half, zero), "healthFactor must be above 0");
        refused(() -> new DynamicPolicy(20, 40, half, BigDecimal.ZERO, half, zero), "sentimentFactor");
        refused(() -> new DynamicPolicy(20, 40, half, half, null, zero), "escalationFactor");
        refused(() -> new DynamicPolicy(20, 40, half, half, half, Duration.ofNanos(-1)), "leavesAtLeast");
        refused(() -> new DynamicPolicy(20, 40, half, half, half, null), "leavesAtLeast");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making, String because) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(because);
    }
}

package dev.signalbox.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Jumps of the wall clock, as somebody who sets it or a faked clock makes them. */
class ClockDriftTest {

    private static final long WALL = 1_800_000_000_000L;
    private static final long NANOS = -17;

    private final ClockDrift drift = new ClockDrift(WALL, NANOS);

    @Test
    void aJumpForwardOrBackwardByMoreThanFiveSecondsIsSeen() {
        assertThat(jumpedAfterAnHour(5_001)).isTrue();
        assertThat(jumpedAfterAnHour(-5_001)).isTrue();
        assertThat(jumpedAfterAnHour(TimeUnit.DAYS.toMillis(-400))).isTrue();
    }

    @Test
    void smallCorrectionsAreTolerated() {
        assertThat(jumpedAfterAnHour(5_000)).isFalse();
        assertThat(jumpedAfterAnHour(-5_000)).isFalse();
    }

    @Test
    void aSlowDriftCountsFromTheStart() {
        assertThat(jumpedAfterAnHour(3_000)).isFalse();
        assertThat(drift.jumped(WALL + hours(2) + 6_000, NANOS + TimeUnit.HOURS.toNanos(2)))
                .isTrue();
    }

    @Test
    void timeThatPassesOnBothClocksIsNoJump() {
        assertThat(jumpedAfterAnHour(0)).isFalse();
        assertThat(drift.by(WALL + hours(1) - 250, NANOS + TimeUnit.HOURS.toNanos(1)))
                .isEqualTo(Duration.ofMillis(-250));
    }

    private boolean jumpedAfterAnHour(long jumpMillis) {
        return drift.jumped(WALL + hours(1) + jumpMillis, NANOS + TimeUnit.HOURS.toNanos(1));
    }

    private static long hours(long hours) {
        return TimeUnit.HOURS.toMillis(hours);
    }
}

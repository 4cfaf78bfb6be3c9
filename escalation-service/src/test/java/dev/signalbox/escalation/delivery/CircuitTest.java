package dev.signalbox.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an endpoint is tried again: the circuit of the endpoint, the schedule of each delivery. */
class CircuitTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Circuit.Limits LIMITS = new Circuit.Limits(3, Duration.ofSeconds(5));
    private static final double IN_THE_MIDDLE = 0.5;

    @Test
    void opensAfterFailuresInARowAndRestsTwiceAsLongAfterEachFurtherOne() {
        Circuit circuit = failing(2);
        assertThat(circuit.isOpen(LIMITS)).isFalse();
        assertThat(circuit.rests(NOW)).isFalse();

        assertThat(failing(3).isOpen(LIMITS)).isTrue();
        assertThat(failing(3).resumesAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(failing(4).resumesAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(failing(9).resumesAt()).isEqualTo(NOW.plusSeconds(320));
        assertThat(failing(90).resumesAt()).isEqualTo(NOW.plusSeconds(320));
        assertThat(failing(90).rests(NOW.plusSeconds(320))).isFalse();
    }

    @Test
    void restsAsLongAsItIsAskedToButAnHourAtMost() {
        assertThat(Circuit.CLOSED.afterRequestToWait(Duration.ofSeconds(7), NOW).resumesAt())
                .isEqualTo(NOW.plusSeconds(7));
        assertThat(Circuit.CLOSED.afterRequestToWait(Duration.ofDays(9), NOW).resumesAt())
                .isEqualTo(NOW.plusSeconds(3_600));
        assertThat(Circuit.CLOSED.disabled("410").rests(NOW.plus(Duration.ofDays(9))))
                .isTrue();
    }

    @Test
    void attemptsFollowTheScheduleWithinAFifthAndThenItsLastWait() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)));

        assertThat(schedule.after(1, IN_THE_MIDDLE)).isEqualTo(Duration.ofSeconds(5));
        assertThat(schedule.after(1, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(schedule.after(1, 1)).isEqualTo(Duration.ofSeconds(6));
        assertThat(schedule.after(2, IN_THE_MIDDLE)).isEqualTo(Duration.ofMinutes(5));
        assertThat(schedule.after(30, IN_THE_MIDDLE)).isEqualTo(Duration.ofMinutes(5));
        assertThat(schedule.isUsedUpBy(2)).isFalse();
        assertThat(schedule.isUsedUpBy(3)).isTrue();
    }

    private static Circuit failing(int times) {
        Circuit circuit = Circuit.CLOSED;
        for (int i = 0; i < times; i++) {
            circuit = circuit.afterFailure(LIMITS, NOW, IN_THE_MIDDLE);
        }
        return circuit;
    }
}

package dev.signalbox.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FiringPaceTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = 17;
    private final FiringPace pace = new FiringPace(1000, now);

    @Test
    void allowsASecondsWorthAtOnce() {
        assertThat(pace.allowed(now)).isEqualTo(1000);
        pace.fired(1000);
        assertThat(pace.allowed(now)).isZero();
    }

    @Test
    void allowsMoreAsTimePasses() {
        pace.fired(1000);
        now += SECOND / 4;
        assertThat(pace.allowed(now)).isEqualTo(250);
        pace.fired(250);
        assertThat(pace.allowed(now)).isZero();
    }

    @Test
    void doesNotSaveUpForLongerThanASecond() {
        pace.fired(1000);
        now += 60 * SECOND;
        assertThat(pace.allowed(now)).isEqualTo(1000);
    }
}

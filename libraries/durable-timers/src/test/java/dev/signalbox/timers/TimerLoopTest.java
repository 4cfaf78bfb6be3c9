package dev.signalbox.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimerLoopTest {

    @Test
    void goesOnAtOnceWhileThereIsWork() throws Exception {
        TimerLoop loop = new TimerLoop(Duration.ofDays(1));
        CountDownLatch rounds = new CountDownLatch(5);

        loop.start("busy", () -> {
            rounds.countDown();
            return Uni.createFrom().item((int) rounds.getCount());
        });

        assertThat(rounds.await(60, TimeUnit.SECONDS)).isTrue();
        loop.stop(null);
    }

    @Test
    void looksAgainAfterARest() throws Exception {
        TimerLoop loop = new TimerLoop(Duration.ofMillis(1));
        CountDownLatch rounds = new CountDownLatch(5);

        loop.start("idle", () -> {
            rounds.countDown();
            return Uni.createFrom().item(0);
        });

        assertThat(rounds.await(60, TimeUnit.SECONDS)).isTrue();
        loop.stop(null);
    }

    @Test
    void goesOnAfterTrouble() throws Exception {
        TimerLoop loop = new TimerLoop(Duration.ofMillis(1));
        CountDownLatch rounds = new CountDownLatch(2);

        loop.start("troubled", () -> {
            rounds.countDown();
            return rounds.getCount() == 1
                    ? Uni.createFrom().failure(new IllegalStateException("planned"))
                    : Uni.createFrom().item(0);
        });

        assertThat(rounds.await(60, TimeUnit.SECONDS)).isTrue();
        loop.stop(null);
    }

    @Test
    void stopsWithItsRound() throws Exception {
        TimerLoop loop = new TimerLoop(Duration.ofMillis(1));
        CountDownLatch begun = new CountDownLatch(1);
        loop.start("stopped", () -> {
            begun.countDown();
            return Uni.createFrom().item(0);
        });
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        loop.stop(null);

        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .doesNotContain("stopped");
    }
}

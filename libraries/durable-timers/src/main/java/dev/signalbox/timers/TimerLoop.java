package dev.signalbox.timers;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs rounds of work: at once again while there is work, otherwise once each interval; trouble is waited out. */
@ApplicationScoped
public class TimerLoop {

    private static final Logger LOG = Logger.getLogger(TimerLoop.class);
    private static final Duration REST_AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Duration interval;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    TimerLoop(@ConfigProperty(name = "signalbox.timers.interval", defaultValue = "250ms") Duration interval) {
        this.interval = interval;
    }

    /**
     * Starts a loop in a thread of its own.
     *
     * @param round does a part of the work and tells how many pieces it did; zero lets the loop rest
     */
    public void start(String name, Supplier<Uni<Integer>> round) {
        Thread thread = new Thread(() -> run(name, round), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void run(String name, Supplier<Uni<Integer>> round) {
        boolean goOn = true;
        while (goOn) {
            goOn = restAfter(name, round);
        }
    }

    private boolean restAfter(String name, Supplier<Uni<Integer>> round) {
        try {
            int done = round.get().await().indefinitely();
            return !stopped(done > 0 ? Duration.ZERO : interval);
        } catch (RuntimeException trouble) {
            LOG.warnf("%s goes on after: %s", name, trouble);
            return !stopped(REST_AFTER_TROUBLE);
        }
    }

    private boolean stopped(Duration rest) {
        try {
            return stopping.await(rest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(3).toMillis());
        }
    }
}

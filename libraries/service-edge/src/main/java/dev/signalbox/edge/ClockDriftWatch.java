package dev.signalbox.edge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends the process when its wall clock jumps: time-outs and leases of libraries that read the wall clock can then no
 * longer be trusted. Whoever supervises the process starts it again.
 */
@ApplicationScoped
public class ClockDriftWatch {

    private static final Logger LOG = Logger.getLogger(ClockDriftWatch.class);
    private static final int EXIT_CODE = 75;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void start(@Observes StartupEvent started) {
        Thread thread = new Thread(this::watch, "clock-drift-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        ClockDrift drift = new ClockDrift(System.currentTimeMillis(), System.nanoTime());
        try {
            while (!stopping.await(1, TimeUnit.SECONDS)) {
                long wall = System.currentTimeMillis();
                long nanos = System.nanoTime();
                if (drift.jumped(wall, nanos)) {
                    LOG.fatalf(
                            "the wall clock jumped by %d ms: this process ends to be started again",
                            drift.by(wall, nanos).toMillis());
                    Runtime.getRuntime().halt(EXIT_CODE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }
}

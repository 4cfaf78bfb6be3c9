package dev.signalbox.systemtests.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Waits for the end of background work that is bound to end. */
final class Ends {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Ends() {}

    /** @throws IllegalStateException if it takes minutes, or the waiting thread is interrupted */
    static void join(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new IllegalStateException(thread.getName() + " does not end");
        }
    }

    /** @throws IllegalStateException as above */
    static void of(ExecutorService workers) {
        workers.shutdown();
        boolean ended = false;
        try {
            ended = workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            workers.shutdownNow();
            throw new IllegalStateException("Not everything was accepted within " + PATIENCE.toMinutes() + " minutes");
        }
    }
}

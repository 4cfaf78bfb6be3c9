package dev.signalbox.local.cli;

import dev.signalbox.local.LocalStack;
import dev.signalbox.local.Part;
import dev.signalbox.local.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts again what ended by itself, until it is told to stop everything. */
final class Supervision {

    private static final long LOOK_SECONDS = 1;

    private final LocalStack stack;
    private final Console console;
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    Supervision(LocalStack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    /** From now on SIGINT and SIGTERM stop the stack before this process ends. */
    void stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /** Looks after the parts until {@link #stop()} or until the time is over. */
    void watch(long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            while (System.nanoTime() < deadline && !told.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                for (Part part : parts()) {
                    if (!part.isRunning() && told.getCount() > 0) {
                        restart(part);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(stack.postgres(), stack.kafka()));
        parts.addAll(stack.services());
        return parts;
    }

    private void restart(Part part) {
        console.result(console.tinted(Console.Tint.WARNING, part.name() + " ended by itself and is started again"));
        try {
            part.kill();
            part.start();
            console.result(part.name() + " is ready again");
        } catch (StackFailure e) {
            console.result(e.getMessage());
        }
    }

    /** Stops services, Kafka and PostgreSQL, in this order; later calls do nothing. */
    synchronized void stop() {
        if (stopped.getCount() > 0) {
            told.countDown();
            console.progress("Stopping");
            stack.stop();
            stopped.countDown();
            console.progress("Everything is stopped");
        }
    }
}

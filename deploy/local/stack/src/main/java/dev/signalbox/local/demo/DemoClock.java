package dev.signalbox.local.demo;

import dev.signalbox.local.cli.Console;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does things later, and says so when one of them goes wrong. */
final class DemoClock implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, runnable -> {
        Thread thread = new Thread(runnable, "demo");
        thread.setDaemon(true);
        return thread;
    });
    private final Console console;

    DemoClock(Console console) {
        this.console = console;
    }

    void after(int seconds, Runnable action) {
        timer.schedule(() -> attempt(action), seconds, TimeUnit.SECONDS);
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                console.result(console.tinted(Console.Tint.WARNING, "The demo could not do a step: " + e.getMessage()));
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

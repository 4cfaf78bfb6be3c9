package dev.signalbox.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is so. */
final class Waiting {

    private static final long PAUSE_MILLIS = 100;

    private Waiting() {}

    /** @return false if it is still not so when the patience ends or the thread is interrupted */
    static boolean until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}

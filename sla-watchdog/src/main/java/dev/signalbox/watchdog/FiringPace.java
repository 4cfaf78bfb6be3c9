package dev.signalbox.watchdog;

import java.util.concurrent.TimeUnit;

/** Limits how many timers are fired per second; what is unused of at most one second is carried over. */
final class FiringPace {

    private final long perSecond;
    private final long nanosPerTimer;
    private long spentUntil;

    /** @param now from {@link System#nanoTime()}, here and everywhere */
    FiringPace(long perSecond, long now) {
        this.perSecond = perSecond;
        this.nanosPerTimer = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.spentUntil = now - TimeUnit.SECONDS.toNanos(1);
    }

    /** How many may be fired now. */
    int allowed(long now) {
        long secondAgo = now - TimeUnit.SECONDS.toNanos(1);
        if (spentUntil - secondAgo < 0) {
            spentUntil = secondAgo;
        }
        return (int) Math.min(perSecond, Math.max(0, (now - spentUntil) / nanosPerTimer));
    }

    void fired(int timers) {
        spentUntil += timers * nanosPerTimer;
    }
}

package dev.signalbox.systemtests.accounting;

import java.time.Duration;

/** One line for each thing that happens, on the standard error stream. */
final class Progress {

    private final long begin = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    synchronized void say(String what) {
        System.err.println("accounting " + clock(elapsed()) + "  " + what);
    }

    /** Minutes and seconds. */
    static String clock(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%02d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }
}

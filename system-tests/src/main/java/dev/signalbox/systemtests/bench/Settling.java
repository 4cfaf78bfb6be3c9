package dev.signalbox.systemtests.bench;

import dev.signalbox.local.ServiceName;
import dev.signalbox.systemtests.stillness.Groups;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Waits until the services have read all that there is: what follows from one round must not burden the next. */
final class Settling implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LOOKS = 3;
    private static final long LOOK_MILLIS = 500;

    /** How long it takes if there is nothing to read. */
    static final double AT_LEAST_SECONDS = (LOOKS - 1) * LOOK_MILLIS / 1e3;

    private final Groups groups;

    Settling(String bootstrapServers) {
        this.groups = new Groups(bootstrapServers, Set.of());
    }

    /** @throws IllegalStateException if a service still has to read after five minutes */
    void await() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int still = 0;
        while (still < LOOKS) {
            Map<String, Long> lags = groups.lags();
            lags.keySet().removeIf(group -> !ofAService(group));
            still = lags.isEmpty() ? still + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "After " + PATIENCE.toMinutes() + " minutes there is still to read: " + lags);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static boolean ofAService(String group) {
        return Arrays.stream(ServiceName.values()).anyMatch(service -> group.startsWith(service.title()));
    }

    @Override
    public void close() {
        groups.close();
    }
}

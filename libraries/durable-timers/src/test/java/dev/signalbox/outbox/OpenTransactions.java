package dev.signalbox.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;

/** Transactions for the tests of libraries that build on them, without a container and without a broker. */
public final class OpenTransactions {

    private OpenTransactions() {}

    /** Transactions over a pool; what they publish stays in the outbox. */
    public static Transactions over(Pool pool) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Relay silent = new Relay(pool, null, meters, "test", 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new Transactions(pool, silent, new Quarantine("test"), new StreamMetrics(meters));
    }
}

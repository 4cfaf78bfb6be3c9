package dev.signalbox.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the outbox in order, at least once. Each shard has one relay over all replicas, held by an advisory lock of
 * this relay's own database session: when the process dies, the session ends and another replica takes over.
 *
 * <p>An entry is deleted only after the broker has acknowledged it; a crash in between repeats it with the same id. A
 * repetition follows the first occurrence, so first occurrences keep their order.
 */
@ApplicationScoped
@IfBuildProperty(name = "signalbox.stateful", stringValue = "true", enableIfMissing = true)
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOCK_ROUND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String LOCK_SHARDS = """
            select shard from generate_series(0, $2 - 1) as shard
            where not shard = any($3::int[]) and pg_try_advisory_lock($1, shard)""";
    private static final String NEXT = """
            select id, topic, key, event_id, sequence, event_time, value, traceparent from outbox
            where shard = any($1::int[]) order by id limit $2""";
    private static final String DELETE = "delete from outbox where id = any($1::bigint[])";

    private final Pool pool;
    private final EventPublisher publisher;
    private final int lockSpace;
    private final int batchSize;
    private final Duration sweep;
    private final Duration restAfterTrouble;
    private final Semaphore wakeUps = new Semaphore(0);
    private final AtomicLong backlog = new AtomicLong();
    private final List<Integer> shards = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;
    private long nextLockRound;

    Relay(
            Pool pool,
            EventPublisher publisher,
            MeterRegistry meters,
            @ConfigProperty(name = "signalbox.schema") String schema,
            @ConfigProperty(name = "signalbox.relay.batch-size", defaultValue = "500") int batchSize,
            @ConfigProperty(name = "signalbox.relay.sweep", defaultValue = "50ms") Duration sweep,
            @ConfigProperty(name = "signalbox.relay.rest-after-trouble", defaultValue = "1s")
                    Duration restAfterTrouble) {
        this.pool = pool;
        this.publisher = publisher;
        this.lockSpace = ("outbox:" + schema).hashCode();
        this.batchSize = batchSize;
        this.sweep = sweep;
        this.restAfterTrouble = restAfterTrouble;
        meters.gauge("signalbox.outbox.depth", backlog);
        meters.gauge("signalbox.outbox.shards", shards, List::size);
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    /** Says that there may be something to publish. Without it the relay looks by itself once each sweep. */
    void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                publishUntilTrouble();
            } catch (RuntimeException trouble) {
                LOG.warnf("relay starts again after: %s", trouble);
                rest(restAfterTrouble);
            }
        }
    }

    private void publishUntilTrouble() {
        SqlConnection session = pool.getConnection().await().atMost(PATIENCE);
        shards.clear();
        nextLockRound = System.nanoTime();
        try {
            // a repetition after a crash is harmless, so the deletion need not wait for the disk
            session.query("set synchronous_commit = off").execute().await().atMost(PATIENCE);
            while (!stopping) {
                lockShards(session);
                if (!publishBatch(session)) {
                    rest(sweep);
                }
            }
        } finally {
            release(session);
        }
    }

    private void lockShards(SqlConnection session) {
        if (shards.size() == Outbox.SHARDS || System.nanoTime() < nextLockRound) {
            return;
        }
        nextLockRound = System.nanoTime() + LOCK_ROUND_NANOS;
        Tuple arguments = Tuple.of(lockSpace, Outbox.SHARDS, shards.toArray(Integer[]::new));
        for (Row row :
                session.preparedQuery(LOCK_SHARDS).execute(arguments).await().atMost(PATIENCE)) {
            shards.add(row.getInteger("shard"));
        }
    }

    private boolean publishBatch(SqlConnection session) {
        if (shards.isEmpty()) {
            return false;
        }
        List<Outbox.Entry> entries = Outbox.entries(session.preparedQuery(NEXT)
                .execute(Tuple.of(shards.toArray(Integer[]::new), batchSize))
                .await()
                .atMost(PATIENCE));
        backlog.set(entries.size());
        if (entries.isEmpty()) {
            return false;
        }
        publisher
                .publish(entries.stream().map(Outbox.Entry::event).toList())
                .await()
                .indefinitely();
        Long[] published = entries.stream().map(Outbox.Entry::id).toArray(Long[]::new);
        session.preparedQuery(DELETE)
                .execute(Tuple.tuple().addArrayOfLong(published))
                .await()
                .atMost(PATIENCE);
        return true;
    }

    private void release(SqlConnection session) {
        try {
            session.query("select pg_advisory_unlock_all(); set synchronous_commit = on")
                    .execute()
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException gone) {
            LOG.debugf("the session ended by itself and with it its locks: %s", gone);
        }
        session.closeAndForget();
    }

    private void rest(Duration longest) {
        try {
            if (wakeUps.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}

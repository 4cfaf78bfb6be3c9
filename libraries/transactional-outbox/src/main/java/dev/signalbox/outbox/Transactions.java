package dev.signalbox.outbox;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Quarantined;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Runs work in PostgreSQL transactions and keeps the delivery promise: a batch is acknowledged only after its
 * transaction has committed; a record that can never be processed is kept in quarantine and holds nobody up; passing
 * trouble is waited out in place, so order is kept.
 */
@ApplicationScoped
@IfBuildProperty(name = "signalbox.stateful", stringValue = "true", enableIfMissing = true)
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final Pool pool;
    private final Relay relay;
    private final Quarantine quarantine;
    private final StreamMetrics metrics;

    Transactions(Pool pool, Relay relay, Quarantine quarantine, StreamMetrics metrics) {
        this.pool = pool;
        this.relay = relay;
        this.quarantine = quarantine;
        this.metrics = metrics;
    }

    /** Decides a batch in one transaction. Completes when it may be acknowledged; fails only at shutdown. */
    public Uni<Void> consume(ConsumerRecords<String, byte[]> batch, BatchDecision decision) {
        return attempt(batch, records -> inTransaction(work -> decision.decide(work, records)));
    }

    /**
     * As {@link #consume(ConsumerRecords, BatchDecision)}, with a preparation before the transaction begins; trouble in it is
     * treated alike.
     */
    public <P> Uni<Void> consume(ConsumerRecords<String, byte[]> batch, PreparedDecision<P> decision) {
        return attempt(
                batch,
                records -> decision.prepare(records)
                        .chain(prepared -> inTransaction(work -> decision.decide(work, prepared))));
    }

    private Uni<Void> attempt(
            ConsumerRecords<String, byte[]> batch, Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> attempt) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(batch.count());
        batch.forEach(records::add);
        return metrics.timing(records, decide(records, attempt));
    }

    /**
     * Runs other work, for example of an HTTP request or a timer, in a transaction. Conflicts with other transactions
     * are tried again; every other failure is the caller's.
     */
    public <T> Uni<T> run(Function<UnitOfWork, Uni<T>> work) {
        return inTransaction(work)
                .onFailure(Trouble::passesWhenRepeated)
                .retry()
                .withBackOff(Duration.ofMillis(20), Duration.ofMillis(500))
                .atMost(10);
    }

    private Uni<Void> decide(
            List<ConsumerRecord<String, byte[]>> records,
            Function<List<ConsumerRecord<String, byte[]>>, Uni<Void>> attempt) {
        return patiently(() -> attempt.apply(records))
                .onFailure(Trouble::stays)
                .recoverWithUni(failure -> records.size() == 1
                        ? setAside(records.get(0), failure)
                        : decide(records.subList(0, records.size() / 2), attempt)
                                .chain(() -> decide(records.subList(records.size() / 2, records.size()), attempt)));
    }

    private Uni<Void> setAside(ConsumerRecord<String, byte[]> record, Throwable failure) {
        Quarantined.Reason reason = Trouble.reason(failure);
        LOG.errorf(
                failure,
                "quarantined topic=%s partition=%d offset=%d code=%s",
                record.topic(),
                record.partition(),
                record.offset(),
                reason.code());
        // the record's own time: set aside again after a crash, it has the same id and the same content
        Event kept = quarantine.of(record, reason, Instant.ofEpochMilli(record.timestamp()));
        return patiently(() -> inTransaction(work -> work.publish(List.of(kept))));
    }

    private <T> Uni<T> patiently(java.util.function.Supplier<Uni<T>> attempt) {
        return Uni.createFrom()
                .deferred(attempt::get)
                .onFailure(failure -> !Trouble.stays(failure))
                .invoke(failure -> metrics.waitedOut(failure))
                .onFailure(failure -> !Trouble.stays(failure))
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private <T> Uni<T> inTransaction(Function<UnitOfWork, Uni<T>> work) {
        return pool.withTransaction(connection -> begin(connection).chain(work::apply))
                .invoke(relay::wake);
    }

    private static Uni<UnitOfWork> begin(SqlConnection connection) {
        return connection
                .preparedQuery("select clock_timestamp() as now, pg_postmaster_start_time() as server_since")
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new UnitOfWork(
                        connection,
                        row.getOffsetDateTime("now").toInstant(),
                        row.getOffsetDateTime("server_since").toInstant()));
    }
}

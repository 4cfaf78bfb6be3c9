package dev.signalbox.enrichment.classify;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The models of all replicas, in PostgreSQL. */
@ApplicationScoped
class ModelStore {

    private static final long LEARNING_LOCK = 0x5163_6c65_6172L;

    private static final String KEPT = "select version from intent_model where format = $1 order by place desc";
    private static final String REFUSED = "select version from refused_model";
    private static final String CONTENT = "select content from intent_model where version = $1 and format = $2";
    private static final String KEEP = """
            insert into intent_model (version, place, format, learnt_at, tickets, resolved_from, resolved_to, accuracy,
                calibration_error, measured_on, embedding_below, content)
            values ($1, (select coalesce(max(place), 0) + 1 from intent_model), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (version) do update
            set place = excluded.place, format = excluded.format, learnt_at = excluded.learnt_at,
                tickets = excluded.tickets, resolved_from = excluded.resolved_from, resolved_to = excluded.resolved_to,
                accuracy = excluded.accuracy, calibration_error = excluded.calibration_error,
                measured_on = excluded.measured_on, embedding_below = excluded.embedding_below,
                content = excluded.content""";
    private static final String DROP_OTHERS = "delete from intent_model where version <> all($1::text[])";
    private static final String DROP = "delete from intent_model where version = any($1::text[])";
    private static final String REFUSE =
            "insert into refused_model (version) values ($1) on conflict (version) do nothing";
    private static final String TAKE_BACK = """
            with taken as (
                delete from intent_model
                where version = (select version from intent_model where format = $1 order by place desc limit 1)
                  and (select count(*) from intent_model where format = $1) > 1
                returning version)
            insert into refused_model (version) select version from taken
            on conflict (version) do update set refused_at = excluded.refused_at
            returning version""";

    private final Pool pool;

    ModelStore(Pool pool) {
        this.pool = pool;
    }

    /** The versions that are kept, the live one first. */
    Uni<List<String>> kept() {
        return pool.preparedQuery(KEPT).execute(Tuple.of(ModelFormat.NAME)).map(ModelStore::versions);
    }

    /** The versions that do not come back by themselves. */
    Uni<Set<String>> refused() {
        return pool.preparedQuery(REFUSED).execute().map(rows -> new HashSet<>(versions(rows)));
    }

    /** A model, or null if it is not kept any more. */
    Uni<@Nullable Trained> load(String version) {
        return pool.preparedQuery(CONTENT)
                .execute(Tuple.of(version, ModelFormat.NAME))
                .map(rows -> rows.size() == 0
                        ? null
                        : ModelFormat.read(
                                rows.iterator().next().getBuffer("content").getBytes()));
    }

    /**
     * Keeps a model as the live one.
     *
     * @param kept the versions that are kept with it; all others are dropped
     */
    Uni<Void> keep(Trained trained, Collection<String> kept) {
        IntentModel model = trained.model();
        Origin origin = trained.origin();
        SecondStage second = model.second();
        Tuple row = Tuple.tuple()
                .addString(model.version())
                .addString(ModelFormat.NAME)
                .addOffsetDateTime(time(origin.learntAt()))
                .addInteger(model.tickets())
                .addOffsetDateTime(time(origin.resolvedFrom()))
                .addOffsetDateTime(time(origin.resolvedTo()))
                .addDouble(model.accuracy())
                .addDouble(model.curve().calibrationError())
                .addInteger(model.curve().measuredOn())
                .addDouble(second == null ? null : second.below())
                .addBuffer(Buffer.buffer(ModelFormat.write(trained)));
        return pool.withTransaction(connection -> connection
                .preparedQuery(KEEP)
                .execute(row)
                .chain(() -> connection.preparedQuery(DROP_OTHERS).execute(named(kept)))
                .replaceWithVoid());
    }

    /** Keeps these versions no longer. */
    Uni<Void> drop(Collection<String> versions) {
        return pool.preparedQuery(DROP).execute(named(versions)).replaceWithVoid();
    }

    private static Tuple named(Collection<String> versions) {
        return Tuple.tuple().addArrayOfString(versions.toArray(String[]::new));
    }

    /** This version does not become live by itself any more. */
    Uni<Void> refuse(String version) {
        return pool.preparedQuery(REFUSE).execute(Tuple.of(version)).replaceWithVoid();
    }

    /** Drops the live model and refuses it from now on: its version, or null where no other is kept. */
    Uni<@Nullable String> takeBack() {
        return pool.preparedQuery(TAKE_BACK)
                .execute(Tuple.of(ModelFormat.NAME))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("version"));
    }

    /**
     * Does work unless another replica does such work now; waits for it, so not for an event loop. The lock belongs to a
     * connection: whoever dies loses it, and no transaction stays open for so long.
     *
     * @return what the work says; false if somebody else is at it
     */
    boolean alone(BooleanSupplier work) {
        SqlConnection connection = pool.getConnection().await().indefinitely();
        try {
            if (!lock(connection, "select pg_try_advisory_lock($1) as done")) {
                return false;
            }
            try {
                return work.getAsBoolean();
            } finally {
                lock(connection, "select pg_advisory_unlock($1) as done");
            }
        } finally {
            connection.close().await().indefinitely();
        }
    }

    private static boolean lock(SqlConnection connection, String sql) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(LEARNING_LOCK))
                .map(rows -> rows.iterator().next().getBoolean("done"))
                .await()
                .indefinitely();
    }

    private static List<String> versions(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("version"))
                .toList();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}

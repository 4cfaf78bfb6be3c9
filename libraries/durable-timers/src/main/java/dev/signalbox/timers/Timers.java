package dev.signalbox.timers;

import dev.signalbox.outbox.UnitOfWork;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The timers of a service. Changes belong to a unit of work: a timer exists if and only if the decision that wanted it
 * was committed, and it is gone if and only if its effect was.
 */
@ApplicationScoped
@IfBuildProperty(name = "signalbox.stateful", stringValue = "true", enableIfMissing = true)
public class Timers {

    private static final String SCHEDULE = """
            insert into timer (key, ticket_id, kind, due_at, payload)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[])
            on conflict (key) do update
            set ticket_id = excluded.ticket_id, kind = excluded.kind, due_at = excluded.due_at,
                payload = excluded.payload""";
    private static final String CANCEL = "delete from timer where key = any($1::text[])";
    // statement_timestamp(), not clock_timestamp(): what may change within a statement cannot be looked up in an index
    private static final String CLAIM =
            "delete from timer where key = any($1::text[]) and due_at <= statement_timestamp() returning *";
    private static final String DUE =
            "select * from timer where due_at <= statement_timestamp() order by due_at limit $1";
    static final String TAKE = """
            delete from timer where key in (
                select key from timer where due_at <= statement_timestamp()
                order by due_at limit $1 for update skip locked)
            returning *""";

    private final Pool pool;

    Timers(Pool pool) {
        this.pool = pool;
    }

    /** Schedules timers; one that has the key already is moved. The last of equal keys in the list counts. */
    public Uni<Void> schedule(UnitOfWork work, List<Timer> timers) {
        if (timers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Timer> byKey = new LinkedHashMap<>();
        timers.forEach(timer -> byKey.put(timer.key(), timer));
        List<Timer> distinct = List.copyOf(byKey.values());
        Tuple columns = Tuple.tuple()
                .addArrayOfString(column(distinct, Timer::key))
                .addArrayOfString(column(distinct, Timer::ticketId))
                .addArrayOfString(column(distinct, Timer::kind))
                .addArrayOfOffsetDateTime(distinct.stream()
                        .map(timer -> timer.dueAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(column(distinct, Timer::payload));
        return work.query(SCHEDULE, columns).replaceWithVoid();
    }

    /** Cancels timers; keys without a timer are fine. */
    public Uni<Void> cancel(UnitOfWork work, List<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.query(CANCEL, keyArray(keys)).replaceWithVoid();
    }

    /**
     * Takes those of the named timers that are still there and due. Call it after the tickets' rows are locked: what is
     * not returned was taken, moved or cancelled by somebody else.
     */
    public Uni<List<Timer>> claim(UnitOfWork work, List<String> keys) {
        return work.query(CLAIM, keyArray(keys)).map(Timers::timers);
    }

    /** Takes timers that are due, earliest first, beside other replicas; for handlers that lock no ticket's row. */
    public Uni<List<Timer>> take(UnitOfWork work, int limit) {
        return work.query(TAKE, Tuple.of(limit)).map(Timers::timers);
    }

    /** Looks at timers that are due, earliest first, without taking them. */
    public Uni<List<Timer>> due(int limit) {
        return pool.preparedQuery(DUE).execute(Tuple.of(limit)).map(Timers::timers);
    }

    private static List<Timer> timers(RowSet<Row> rows) {
        List<Timer> timers = new ArrayList<>(rows.size());
        for (Row row : rows) {
            timers.add(new Timer(
                    row.getString("key"),
                    row.getString("ticket_id"),
                    row.getString("kind"),
                    row.getOffsetDateTime("due_at").toInstant(),
                    row.getString("payload")));
        }
        return timers;
    }

    private static Tuple keyArray(List<String> keys) {
        return Tuple.tuple().addArrayOfString(keys.toArray(String[]::new));
    }

    private static String[] column(List<Timer> timers, Function<Timer, String> field) {
        return timers.stream().map(field).toArray(String[]::new);
    }
}

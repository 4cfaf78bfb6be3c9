package dev.signalbox.routing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at queues and agents without deciding anything, for people and for metrics. */
@ApplicationScoped
public class Survey {

    private static final String QUEUES = """
            select queue, count(*) as depth, count(*) filter (where decision = 'NO_ELIGIBLE_AGENT') as nobody,
                   min(waiting_since) as oldest, min(due_at) as next,
                   count(*) filter (where ripe_at <= clock_timestamp()) as ripe,
                   extract(epoch from clock_timestamp() - min(waiting_since))::bigint as age
            from ticket where pool is not null group by queue order by queue""";
    private static final String PRESENT =
            "select presence as name, count(*) as value from agent where profile is not null group by presence";
    private static final String LOADS = """
            select 'used' as name, count(*) as value from ticket where counted
            union all
            select 'soft', coalesce(sum((profile->>'capacity')::int), 0)
            from agent where presence = 'ONLINE' and profile is not null""";

    /** Counting what waits looks at all of it: it may take this share of the time at most. */
    private static final long SHARE = 50;

    private final Pool pool;
    private final RoutingMetrics metrics;
    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());

    Survey(Pool pool, RoutingMetrics metrics) {
        this.pool = pool;
        this.metrics = metrics;
    }

    /** Every queue in which somebody waits. */
    Uni<List<QueueView>> queues() {
        return pool.preparedQuery(QUEUES).execute().map(Survey::views);
    }

    /** Refreshes the gauges, the more seldom the longer that takes. */
    Uni<Void> take() {
        long begin = System.nanoTime();
        return begin - quietUntil.get() < 0
                ? Uni.createFrom().voidItem()
                : sample().invoke(() -> {
                    long end = System.nanoTime();
                    quietUntil.set(end + SHARE * (end - begin));
                });
    }

    private Uni<Void> sample() {
        return queues().chain(queues -> named(PRESENT)
                        .chain(present -> named(LOADS).invoke(loads -> metrics.sampled(queues, present, loads))))
                .replaceWithVoid();
    }

    private Uni<Map<String, Long>> named(String sql) {
        return pool.preparedQuery(sql).execute().map(rows -> {
            Map<String, Long> values = new LinkedHashMap<>();
            rows.forEach(row -> values.put(row.getString("name"), row.getLong("value")));
            return values;
        });
    }

    private static List<QueueView> views(RowSet<Row> rows) {
        List<QueueView> views = new ArrayList<>();
        for (Row row : rows) {
            OffsetDateTime oldest = row.getOffsetDateTime("oldest");
            OffsetDateTime next = row.getOffsetDateTime("next");
            Long age = row.getLong("age");
            views.add(new QueueView(
                    row.getString("queue"),
                    row.getLong("depth"),
                    row.getLong("nobody"),
                    row.getLong("ripe"),
                    oldest == null ? null : oldest.toInstant(),
                    age == null ? 0 : age,
                    next == null ? null : next.toInstant()));
        }
        return views;
    }
}

package dev.signalbox.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the first of a line in indexes, so that a long one costs no more than a short one. It only picks whom a decision
 * looks at: who is served is decided by {@code WaitingLine} (docs/adr/0031).
 */
@ApplicationScoped
public class FrontOfLine {

    // Within a band the order of those in time is that of their deadlines, so an index finds them behind all late ones.
    // Of the late ones the first are needed only where fewer than the limit are in time: twice the limit holds enough.
    private static final String LINE = """
            unnest($1::text[], $2::int[]) as p (name, most)
            cross join lateral (
                (select id, 0 as turn, ripe_at as at, 0::bigint as rank, number, false as express
                 from ticket where KEY = p.name and ripe_at <= $3 order by ripe_at, number limit p.most)
                union all
                (select t.id, 1, t.due_at - b.lead * interval '1 second', b.rank, t.number, b.express
                 from unnest($4::text[], $5::float8[], $6::boolean[]) with ordinality as b (band, lead, express, rank)
                 cross join lateral (
                    select id, due_at, number from ticket
                    where KEY = p.name and ticket.band = b.band and due_at >= $3 and ripe_at > $3
                    order by due_at, number limit p.most) t)
                union all
                (select id, 2, ripe_at, 0, number, false
                 from (select id, ripe_at, number, due_at from ticket
                       where KEY = p.name and ripe_at > $3 order by ripe_at, number limit 2 * p.most) t
                 where due_at < $3)) l""";
    private static final String FIRST = """
            select id from (
                select l.id, p.most, l.turn, l.express,
                       row_number() over (partition by p.name, l.turn > 0
                                          order by l.turn, l.at, l.rank, l.number) as nth
                from LINE) n
            where nth <= most or express""".replace("LINE", line("ticket.pool"));
    private static final String POSITIONS = """
            select id, position from (
                select l.id, row_number() over (partition by p.name order by l.turn, l.at, l.rank, l.number) as position
                from LINE) n
            where id = any($7::text[])""".replace("LINE", line("ticket.pool is not null and ticket.queue"));

    private static String line(String key) {
        return LINE.replace("KEY", key);
    }

    /**
     * For each pool as many as it has room for: of the ripe tickets, of the others, and of those in time that may pass
     * ripe ones.
     */
    Uni<List<String>> first(UnitOfWork work, Map<String, Integer> room, QueuePolicy policy, Instant now) {
        return room.isEmpty()
                ? Uni.createFrom().item(List.of())
                : work.query(FIRST, arguments(room, policy, now)).map(rows -> Assignments.column(rows, "id"));
    }

    /** Places in their queues, 1 is next; tickets beyond {@code depth} have none. */
    Uni<Map<String, Integer>> positions(
            UnitOfWork work, List<String> queues, List<String> ids, int depth, QueuePolicy policy, Instant now) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        queues.forEach(queue -> depths.put(queue, depth));
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : work.query(POSITIONS, arguments(depths, policy, now).addArrayOfString(ids.toArray(String[]::new)))
                        .map(FrontOfLine::positions);
    }

    private static Map<String, Integer> positions(RowSet<Row> rows) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        rows.forEach(row ->
                positions.put(row.getString("id"), row.getLong("position").intValue()));
        return positions;
    }

    private static Tuple arguments(Map<String, Integer> limits, QueuePolicy policy, Instant now) {
        List<QueuePolicy.Rank> ranks =
                Arrays.stream(Band.values()).map(policy::rank).toList();
        return Tuple.tuple()
                .addArrayOfString(limits.keySet().toArray(String[]::new))
                .addArrayOfInteger(limits.values().toArray(Integer[]::new))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addArrayOfString(Arrays.stream(Band.values()).map(Band::name).toArray(String[]::new))
                .addArrayOfDouble(ranks.stream()
                        .map(rank -> (double) rank.lead().toSeconds())
                        .toArray(Double[]::new))
                .addArrayOfBoolean(ranks.stream().map(QueuePolicy.Rank::express).toArray(Boolean[]::new));
    }
}

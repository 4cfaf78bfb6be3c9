package dev.signalbox.routing;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.decisions.routing.TicketState;
import dev.signalbox.outbox.RowMemory;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The tickets' store. Everything that changes it holds {@link #lock} (docs/adr/0004). */
@ApplicationScoped
public class Assignments {

    private static final Logger LOG = Logger.getLogger(Assignments.class);
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext(current_schema()), 1)";
    private static final String LOAD = """
            select t.id, t.written, case when t.written is distinct from known.written then t.state end as state,
                   case when t.written is distinct from known.written then t.case_file end as case_file,
                   t.agent_id, t.counted, t.wake_at
            from unnest($1::text[], $2::bigint[]) as known (id, written)
            cross join lateral (select *, xmin::text::bigint as written from ticket where ticket.id = known.id) as t""";
    private static final String POOLS = """
            with recursive pools as (
                (select pool from ticket where pool is not null order by pool limit 1)
                union all
                select (select t.pool from ticket t where t.pool > p.pool order by t.pool limit 1)
                from pools p where p.pool is not null)
            select pool from pools where pool is not null""";
    private static final String DUE = "select id from ticket where wake_at <= $1 order by wake_at limit $2";
    private static final String WOKEN = "select distinct pool from ticket where wake_at <= $1 and pool is not null";
    private static final String OFFERED =
            "select id from ticket where counted and not accepted and agent_id = any($1::text[]) limit $2";
    private static final String HOPELESS =
            "select id from ticket where decision = 'QUEUED' and pool = any($1::text[]) order by ripe_at limit $2";
    private static final String SAVE = """
            insert into ticket (id, state, case_file, route, decision, queue, pool, due_at, waiting_since, agent_id,
                                counted, accepted, wake_at, review_at, band, ripe_at, number)
            select id, state, case_file, route, decision, queue, pool, due_at,
                   case when pool is not null then $14::timestamptz end, agent_id, counted, accepted, wake_at, review_at,
                   band, ripe_at, number
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::timestamptz[], $9::text[], $10::boolean[], $11::boolean[], $12::timestamptz[],
                        $13::timestamptz[], $15::text[], $16::timestamptz[], $17::bigint[])
                 as s (id, state, case_file, route, decision, queue, pool, due_at, agent_id, counted, accepted,
                       wake_at, review_at, band, ripe_at, number)
            on conflict (id) do update
            set state = excluded.state, case_file = coalesce(excluded.case_file, ticket.case_file),
                route = coalesce(excluded.route, ticket.route), decision = excluded.decision, queue = excluded.queue,
                pool = excluded.pool, due_at = excluded.due_at,
                waiting_since = case when excluded.pool is not null
                                then coalesce(ticket.waiting_since, excluded.waiting_since) end,
                agent_id = excluded.agent_id, counted = excluded.counted, accepted = excluded.accepted,
                wake_at = excluded.wake_at, review_at = excluded.review_at,
                band = excluded.band, ripe_at = excluded.ripe_at, number = excluded.number
            returning id, xmin::text::bigint as written""";

    private final RowMemory<Documents> memory = new RowMemory<>();

    /** What is kept of a ticket as text. */
    record Documents(TicketState state, CaseFile file) {}

    /** Waits until no other routing decision is being made anywhere; released at the end of the transaction. */
    Uni<Void> lock(UnitOfWork work) {
        return work.query(LOCK, Tuple.tuple()).replaceWithVoid();
    }

    /** The tickets of these ids; those without a row are {@link KnownTicket#unknown}. */
    Uni<Map<String, KnownTicket>> load(UnitOfWork work, Collection<String> ids) {
        Map<String, KnownTicket> tickets = new LinkedHashMap<>();
        ids.forEach(id -> tickets.put(id, KnownTicket.unknown(id)));
        if (ids.isEmpty()) {
            return Uni.createFrom().item(tickets);
        }
        RowMemory<Documents>.Recall recall = memory.recall(work, ids);
        String[] named = ids.toArray(String[]::new);
        return work.query(LOAD, Tuple.tuple().addArrayOfString(named).addArrayOfLong(recall.written(named)))
                .invoke(rows -> rows.forEach(row -> tickets.put(row.getString("id"), known(row, recall))))
                .replaceWith(tickets);
    }

    /** Every pool in which at least one ticket waits. */
    Uni<List<String>> pools(UnitOfWork work) {
        return work.query(POOLS, Tuple.tuple()).map(rows -> column(rows, "pool"));
    }

    /** Pools of tickets for which a further step of their lane has opened. */
    Uni<List<String>> woken(UnitOfWork work, Instant now) {
        return work.query(WOKEN, Tuple.of(utc(now))).map(rows -> column(rows, "pool"));
    }

    /** Tickets that are to be looked at again. */
    Uni<List<String>> due(UnitOfWork work, int limit) {
        return work.query(DUE, Tuple.of(utc(work.now()), limit)).map(rows -> column(rows, "id"));
    }

    /** Tickets of these agents that none of them has accepted. */
    Uni<List<String>> offered(UnitOfWork work, List<String> agentIds, int limit) {
        return agentIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : work.query(
                                OFFERED,
                                Tuple.tuple()
                                        .addArrayOfString(agentIds.toArray(String[]::new))
                                        .addInteger(limit))
                        .map(rows -> column(rows, "id"));
    }

    /** Tickets of these pools that were told somebody would come. */
    Uni<List<String>> hopeful(UnitOfWork work, List<String> pools, int limit) {
        return pools.isEmpty()
                ? Uni.createFrom().item(List.of())
                : work.query(
                                HOPELESS,
                                Tuple.tuple()
                                        .addArrayOfString(pools.toArray(String[]::new))
                                        .addInteger(limit))
                        .map(rows -> column(rows, "id"));
    }

    /** Writes all rows in one statement. */
    Uni<Void> save(UnitOfWork work, List<TicketRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfString(texts(rows, TicketRow::id))
                .addArrayOfString(texts(rows, TicketRow::state))
                .addArrayOfString(texts(rows, TicketRow::caseFile))
                .addArrayOfString(texts(rows, TicketRow::route))
                .addArrayOfString(texts(rows, TicketRow::decision))
                .addArrayOfString(texts(rows, TicketRow::queue))
                .addArrayOfString(texts(rows, TicketRow::pool))
                .addArrayOfOffsetDateTime(times(rows, TicketRow::dueAt))
                .addArrayOfString(texts(rows, TicketRow::agentId))
                .addArrayOfBoolean(rows.stream().map(TicketRow::counted).toArray(Boolean[]::new))
                .addArrayOfBoolean(rows.stream().map(TicketRow::accepted).toArray(Boolean[]::new))
                .addArrayOfOffsetDateTime(times(rows, TicketRow::wakeAt))
                .addArrayOfOffsetDateTime(times(rows, TicketRow::reviewAt))
                .addOffsetDateTime(utc(work.now()))
                .addArrayOfString(texts(rows, TicketRow::band))
                .addArrayOfOffsetDateTime(times(rows, TicketRow::ripeAt))
                .addArrayOfLong(rows.stream().map(TicketRow::number).toArray(Long[]::new));
        Map<String, Documents> documents = new HashMap<>();
        rows.forEach(row -> documents.put(row.id(), row.documents()));
        return work.query(SAVE, columns)
                .invoke(saved -> saved.forEach(row -> memory.keep(
                        work, row.getString("id"), row.getLong("written"), documents.get(row.getString("id")))))
                .replaceWithVoid();
    }

    private static Documents decode(Row row) {
        return new Documents(Json.decode(row.getString("state"), TicketState.class), file(row));
    }

    private static KnownTicket known(Row row, RowMemory<Documents>.Recall recall) {
        Documents documents = recall.document(row.getString("id"), row.getLong("written"), row, Assignments::decode);
        OffsetDateTime wakeAt = row.getOffsetDateTime("wake_at");
        return new KnownTicket(
                documents.state(),
                documents.file(),
                row.getBoolean("counted") ? row.getString("agent_id") : null,
                wakeAt == null ? null : wakeAt.toInstant(),
                false,
                false);
    }

    /** Null where there is none, or none that can be read: one bad row must not stop the others. */
    private static CaseFile file(Row row) {
        String file = row.getString("case_file");
        try {
            return file == null ? null : Json.decode(file, CaseFile.class);
        } catch (UnreadableRecord unreadable) {
            LOG.errorf(unreadable, "The stored case file of ticket %s cannot be read", row.getString("id"));
            return null;
        }
    }

    static List<String> column(RowSet<Row> rows, String name) {
        List<String> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(row.getString(name)));
        return values;
    }

    private static String[] texts(List<TicketRow> rows, Function<TicketRow, String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<TicketRow> rows, Function<TicketRow, Instant> field) {
        return rows.stream().map(field).map(Assignments::utc).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}

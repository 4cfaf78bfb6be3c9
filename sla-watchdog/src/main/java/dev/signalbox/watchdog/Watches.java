package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.Json;
import dev.signalbox.outbox.RowMemory;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** The store of watched tickets. */
@ApplicationScoped
class Watches {

    private static final String ENTER = """
            insert into watch (ticket_id)
            select entered from unnest($1::text[]) as entered order by entered on conflict do nothing""";
    // locked apart: of rows joined under "for update" PostgreSQL loses some for whose lock it had to wait
    private static final String LOCK = """
            with locked as materialized (
                select ticket_id, xmin::text::bigint as written, state
                from watch where ticket_id = any($1::text[]) order by ticket_id for update)
            select locked.ticket_id, locked.written,
                   case when locked.written is distinct from known.written then state end as state
            from locked left join unnest($1::text[], $2::bigint[]) as known (ticket_id, written)
                on known.ticket_id = locked.ticket_id
            order by locked.ticket_id""";
    private static final String SAVE = """
            update watch set state = changed.state, next_due_at = changed.next_due_at,
                next_level_at = changed.next_level_at
            from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
                as changed (ticket_id, state, next_due_at, next_level_at)
            where watch.ticket_id = changed.ticket_id
            returning watch.ticket_id, watch.xmin::text::bigint as written""";
    private static final String TELL = """
            insert into clock_change (ticket_id, sequence, body)
            select ticket_id, sequence, body
            from unnest($1::text[], $2::bigint[], $3::text[]) as told (ticket_id, sequence, body)""";
    private static final String OVERDUE = """
            update watch set swept_at = statement_timestamp() where ticket_id in (
                select ticket_id from watch
                where next_level_at < statement_timestamp() - $1::bigint * interval '1 second'
                    and (swept_at is null or swept_at < statement_timestamp() - $1::bigint * interval '1 second')
                order by next_level_at limit $2 for update skip locked)
            returning ticket_id, state""";
    private static final String FIND = "select state from watch where ticket_id = $1";
    private static final String CHANGES = "select body from clock_change where ticket_id = $1 order by sequence";
    private static final String RUNNING = """
            select ticket_id, next_due_at from watch
            where next_due_at is not null and (next_due_at, ticket_id) > ($1, $2)
            order by next_due_at, ticket_id limit $3""";
    private static final String DUE = """
            select ticket_id, state, next_due_at from watch
            where next_due_at < $1 and (next_due_at, ticket_id) > ($2, $3)
            order by next_due_at, ticket_id limit $4""";

    private final RowMemory<Watch> memory = new RowMemory<>();

    /** Tickets with a running clock, earliest deadline first, after the given place; without locking them. */
    Uni<List<Place>> running(UnitOfWork work, Page page) {
        Tuple arguments = Tuple.of(utc(page.afterDueAt()), page.afterTicketId(), page.limit());
        return work.query(RUNNING, arguments).map(rows -> {
            List<Place> places = new ArrayList<>(rows.size());
            rows.forEach(row -> places.add(new Place(
                    row.getString("ticket_id"),
                    row.getOffsetDateTime("next_due_at").toInstant())));
            return places;
        });
    }

    /** Where a ticket is in the order of the earliest deadlines. */
    record Place(String ticketId, Instant nextDueAt) {}

    /** Locks tickets in the order of their ids; those that are new are entered first. */
    Uni<Map<String, Watch>> lock(UnitOfWork work, SortedSet<String> ticketIds, SortedSet<String> mayBeNew) {
        Uni<?> entered = mayBeNew.isEmpty() ? Uni.createFrom().voidItem() : work.query(ENTER, ids(mayBeNew));
        RowMemory<Watch>.Recall recall = memory.recall(work, ticketIds);
        String[] named = ticketIds.toArray(String[]::new);
        return entered.chain(() -> work.query(LOCK, ids(ticketIds).addArrayOfLong(recall.written(named))))
                .map(rows -> {
                    Map<String, Watch> watches = new LinkedHashMap<>();
                    rows.forEach(row -> watches.put(row.getString("ticket_id"), watch(row, recall)));
                    if (!watches.keySet().containsAll(mayBeNew)) {
                        throw new IllegalStateException(
                                watches.size() + " tickets are locked of those entered: " + mayBeNew.size());
                    }
                    return watches;
                });
    }

    /** Keeps tickets that are locked, and the changes of their clocks. */
    Uni<Void> save(UnitOfWork work, Map<String, TicketWatch> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Watch> watches = new LinkedHashMap<>();
        tickets.forEach((id, ticket) -> watches.put(id, ticket.watch()));
        Collection<TicketWatch> changed = tickets.values();
        Tuple columns = Tuple.tuple()
                .addArrayOfString(tickets.keySet().toArray(String[]::new))
                .addArrayOfString(watches.values().stream().map(Json::text).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        changed.stream().map(watch -> utc(watch.nextDueAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(changed.stream()
                        .map(watch -> utc(watch.ledgers().nextLevelAt()))
                        .toArray(OffsetDateTime[]::new));
        List<ClockChange> changes = changed.stream()
                .flatMap(watch -> watch.told().changes().stream())
                .toList();
        Uni<Void> saved = work.query(SAVE, columns)
                .invoke(rows -> rows.forEach(row -> memory.keep(
                        work,
                        row.getString("ticket_id"),
                        row.getLong("written"),
                        watches.get(row.getString("ticket_id")))))
                .replaceWithVoid();
        return Uni.join().all(saved, tell(work, changes)).andFailFast().replaceWithVoid();
    }

    /** Locks tickets with a level that has been due for that long, each not again before as long. */
    Uni<Map<String, Watch>> overdue(UnitOfWork work, Duration since, int limit) {
        return work.query(OVERDUE, Tuple.of(since.toSeconds(), limit)).map(Watches::byTicket);
    }

    Uni<Optional<Watch>> find(UnitOfWork work, String ticketId) {
        return work.query(FIND, Tuple.of(ticketId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(watch(rows.iterator().next())));
    }

    /** Every change that was told of a ticket's clocks, in order. */
    Uni<List<ClockChange>> changes(UnitOfWork work, String ticketId) {
        return work.query(CHANGES, Tuple.of(ticketId)).map(rows -> {
            List<ClockChange> changes = new ArrayList<>(rows.size());
            rows.forEach(row -> changes.add(Json.decode(row.getString("body"), ClockChange.class)));
            return changes;
        });
    }

    /** Tickets with a deadline before that moment, earliest first, after the given place. */
    Uni<List<WatchedTicket>> due(UnitOfWork work, Instant before, Page page) {
        Tuple arguments = Tuple.of(utc(before), utc(page.afterDueAt()), page.afterTicketId(), page.limit());
        return work.query(DUE, arguments).map(rows -> {
            List<WatchedTicket> tickets = new ArrayList<>(rows.size());
            rows.forEach(row -> tickets.add(new WatchedTicket(
                    row.getString("ticket_id"),
                    watch(row),
                    row.getOffsetDateTime("next_due_at").toInstant())));
            return tickets;
        });
    }

    /** A ticket and its earliest deadline. */
    record WatchedTicket(String ticketId, Watch watch, Instant nextDueAt) {}

    private static Uni<Void> tell(UnitOfWork work, List<ClockChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfString(changes.stream().map(ClockChange::ticketId).toArray(String[]::new))
                .addArrayOfLong(changes.stream().map(ClockChange::sequence).toArray(Long[]::new))
                .addArrayOfString(changes.stream().map(Json::text).toArray(String[]::new));
        return work.query(TELL, columns).replaceWithVoid();
    }

    private static Map<String, Watch> byTicket(RowSet<Row> rows) {
        Map<String, Watch> watches = new LinkedHashMap<>();
        rows.forEach(row -> watches.put(row.getString("ticket_id"), watch(row)));
        return watches;
    }

    private static Watch watch(Row row, RowMemory<Watch>.Recall recall) {
        return recall.document(row.getString("ticket_id"), row.getLong("written"), row, Watches::watch);
    }

    private static Watch watch(Row row) {
        String state = row.getString("state");
        return state == null ? Watch.EMPTY : Json.decode(state, Watch.class);
    }

    private static Tuple ids(SortedSet<String> ticketIds) {
        return Tuple.tuple().addArrayOfString(ticketIds.toArray(String[]::new));
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}

package dev.signalbox.escalation;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.escalation.EscalationProgress;
import dev.signalbox.decisions.escalation.TicketEscalations;
import dev.signalbox.decisions.escalation.TierWalk;
import dev.signalbox.outbox.RowMemory;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Keeps tickets and their escalations; the only class that knows their tables. */
@ApplicationScoped
class Escalations {

    private static final String HEAR_OF = """
            insert into ticket (id) select id from unnest($1::text[]) as id order by id
            on conflict (id) do nothing""";
    // locked apart: of rows joined under "for update" PostgreSQL loses some for whose lock it had to wait
    private static final String LOCK = """
            with locked as materialized (
                select id, xmin::text::bigint as written, look_at, state, case_file
                from ticket where id = any($1::text[]) order by id for update)
            select locked.id, locked.written, look_at,
                   case when locked.written is distinct from known.written then state end as state,
                   case when locked.written is distinct from known.written then case_file end as case_file
            from locked left join unnest($1::text[], $2::bigint[]) as known (id, written) on known.id = locked.id
            order by locked.id""";
    private static final String KEEP_TICKETS = """
            update ticket t
            set state = n.state, case_file = coalesce(n.case_file, t.case_file), look_at = n.look_at, known_since = coalesce(t.known_since, n.known_since),
                reached_t1 = n.reached_t1, reached_t2 = n.reached_t2, escalated = n.escalated,
                t1_to_t2 = n.t1_to_t2, t2_to_t3 = n.t2_to_t3
            from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::boolean[], $6::boolean[],
                        $7::boolean[], $8::boolean[], $9::boolean[], $10::text[])
                 as n (id, state, look_at, known_since, reached_t1, reached_t2, escalated, t1_to_t2, t2_to_t3, case_file)
            where t.id = n.id
            returning t.id, t.xmin::text::bigint as written""";
    private static final String KEEP_ESCALATIONS = """
            insert into escalation (id, ticket_id, state, level, type, opened_at, body, author, trigger, path,
                                    completeness, quality, acknowledged_at, resolved_at)
            select id, ticket_id, state, level, type, opened_at, body::jsonb, author, body::jsonb ->> 'trigger',
                   (select string_agg(step, ' > ') from jsonb_array_elements_text(body::jsonb -> 'path') as step),
                   (body::jsonb -> 'handoff' ->> 'completeness')::int, (body::jsonb ->> 'qualityScore')::numeric,
                   (body::jsonb ->> 'acknowledgedAt')::timestamptz, (body::jsonb ->> 'resolvedAt')::timestamptz
            from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::timestamptz[], $7::text[],
                        $8::text[])
                 as e (id, ticket_id, state, level, type, opened_at, body, author)
            on conflict (id) do update
            set state = excluded.state, level = excluded.level, body = excluded.body,
                completeness = excluded.completeness, quality = excluded.quality, resolved_at = excluded.resolved_at,
                acknowledged_at = coalesce(escalation.acknowledged_at, excluded.acknowledged_at)""";
    private static final String KEEP_RATINGS = """
            update escalation e set rating = n.rating
            from unnest($1::text[], $2::int[]) as n (id, rating)
            where e.id = n.id and e.rating is distinct from n.rating""";
    private static final String KEEP_STAYS = """
            with now_in as (
                select * from unnest($1::text[], $2::text[], $3::int[], $4::timestamptz[])
                    as n (escalation_id, state, level, at)),
            left_behind as (
                update escalation_stay s set left_at = n.at from now_in n
                where s.escalation_id = n.escalation_id and s.left_at is null
                  and (s.state, s.level) is distinct from (n.state, n.level))
            insert into escalation_stay (escalation_id, state, level, entered_at)
            select escalation_id, state, level, at from now_in n
            where n.state not in ('RESOLVED', 'CANCELLED')
              and not exists (
                  select from escalation_stay s
                  where s.escalation_id = n.escalation_id and s.left_at is null
                    and s.state = n.state and s.level = n.level)
            on conflict do nothing""";

    private final RowMemory<TicketEscalations> memory = new RowMemory<>();

    /** The tickets' rows, locked in the order of their ids; unknown tickets get a row. */
    Uni<Map<String, TicketFile>> lock(UnitOfWork work, Collection<String> ticketIds) {
        String[] ids = new TreeSet<>(ticketIds).toArray(String[]::new);
        RowMemory<TicketEscalations>.Recall recall = memory.recall(work, ticketIds);
        return work.query(HEAR_OF, Tuple.tuple().addArrayOfString(ids))
                .chain(() ->
                        work.query(LOCK, Tuple.tuple().addArrayOfString(ids).addArrayOfLong(recall.written(ids))))
                .map(rows -> {
                    Map<String, TicketFile> files = new LinkedHashMap<>();
                    rows.forEach(row -> files.put(row.getString("id"), file(row, recall)));
                    if (files.size() != ids.length) {
                        throw new IllegalStateException(files.size() + " of " + ids.length + " tickets are locked");
                    }
                    return files;
                });
    }

    /** The ticket of an escalation; null if there is no such escalation. */
    Uni<String> ticketOf(UnitOfWork work, String escalationId) {
        return work.query("select ticket_id from escalation where id = $1", Tuple.of(escalationId))
                .map(rows -> {
                    for (Row row : rows) {
                        return row.getString("ticket_id");
                    }
                    return null;
                });
    }

    /** Keeps what was decided and says what has changed. */
    Uni<Void> keep(UnitOfWork work, List<Decided> decided) {
        List<Decided> news = decided.stream().filter(Decided::isNews).toList();
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Escalation> changes =
                news.stream().flatMap(one -> one.changes().stream()).toList();
        return keepTickets(work, news)
                .chain(() -> keepEscalations(work, changes))
                .chain(() -> keepRatings(work, news))
                .chain(() ->
                        work.publish(changes.stream().map(Escalations::event).toList()));
    }

    private Uni<Void> keepTickets(UnitOfWork work, List<Decided> news) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(column(news, Decided::ticketId, String[]::new))
                .addArrayOfString(column(
                        news,
                        one -> Json.text(one.after().with(one.after().facts().with(null))),
                        String[]::new))
                .addArrayOfOffsetDateTime(column(news, one -> utc(one.lookAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(
                        column(news, one -> one.isKnown() ? utc(work.now()) : null, OffsetDateTime[]::new))
                .addArrayOfBoolean(column(news, one -> reached(one, SupportTier.T1), Boolean[]::new))
                .addArrayOfBoolean(column(news, one -> reached(one, SupportTier.T2), Boolean[]::new))
                .addArrayOfBoolean(
                        column(news, one -> !one.after().escalations().isEmpty(), Boolean[]::new))
                .addArrayOfBoolean(column(news, one -> tiers(one).t1ToT2(), Boolean[]::new))
                .addArrayOfBoolean(column(news, one -> tiers(one).t2ToT3(), Boolean[]::new))
                .addArrayOfString(column(news, Escalations::newCaseFile, String[]::new));
        Map<String, TicketEscalations> after = new HashMap<>();
        news.forEach(one -> after.put(one.ticketId(), one.after()));
        return work.query(KEEP_TICKETS, columns)
                .invoke(kept -> kept.forEach(row ->
                        memory.keep(work, row.getString("id"), row.getLong("written"), after.get(row.getString("id")))))
                .replaceWithVoid();
    }

    private static Uni<Void> keepEscalations(UnitOfWork work, List<Escalation> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<String, Escalation> latest = new LinkedHashMap<>();
        changes.forEach(change -> latest.put(change.id(), change));
        List<Escalation> rows = List.copyOf(latest.values());
        Map<String, String> authors = new HashMap<>();
        changes.stream()
                .filter(change -> change.change() == EscalationChange.OPENED)
                .forEach(opened -> authors.put(opened.id(), opened.by()));
        Tuple columns = Tuple.tuple()
                .addArrayOfString(column(rows, Escalation::id, String[]::new))
                .addArrayOfString(column(rows, Escalation::ticketId, String[]::new))
                .addArrayOfString(column(rows, row -> row.state().name(), String[]::new))
                .addArrayOfInteger(column(rows, Escalation::level, Integer[]::new))
                .addArrayOfString(column(rows, row -> row.type().name(), String[]::new))
                .addArrayOfOffsetDateTime(column(rows, row -> utc(row.openedAt()), OffsetDateTime[]::new))
                .addArrayOfString(column(rows, Json::text, String[]::new))
                .addArrayOfString(column(rows, row -> authors.get(row.id()), String[]::new));
        Tuple stays = Tuple.tuple()
                .addArrayOfString(column(rows, Escalation::id, String[]::new))
                .addArrayOfString(column(rows, row -> row.state().name(), String[]::new))
                .addArrayOfInteger(column(rows, Escalation::level, Integer[]::new))
                .addArrayOfOffsetDateTime(column(rows, row -> utc(row.at()), OffsetDateTime[]::new));
        return work.query(KEEP_ESCALATIONS, columns)
                .chain(() -> work.query(KEEP_STAYS, stays))
                .replaceWithVoid();
    }

    private static Uni<Void> keepRatings(UnitOfWork work, List<Decided> news) {
        List<EscalationProgress> rated = news.stream()
                .flatMap(one -> one.after().escalations().stream())
                .filter(one -> one.outcome() != null && one.outcome().rating() != null)
                .toList();
        if (rated.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfString(column(rated, one -> one.opening().id(), String[]::new))
                .addArrayOfInteger(column(rated, one -> one.outcome().rating(), Integer[]::new));
        return work.query(KEEP_RATINGS, columns).replaceWithVoid();
    }

    private static Event event(Escalation change) {
        return Event.sequenced(Topic.ESCALATIONS, change.ticketId(), change.sequence(), change.at(), change);
    }

    /** Most news leave the case file as it is: it is kept beside the state and written only where it is another one. */
    private static String newCaseFile(Decided one) {
        CaseFile now = one.after().facts().file();
        return now == null || now.equals(one.before().escalations().facts().file()) ? null : Json.text(now);
    }

    private static TicketFile file(Row row, RowMemory<TicketEscalations>.Recall recall) {
        OffsetDateTime lookAt = row.getOffsetDateTime("look_at");
        return new TicketFile(
                recall.document(row.getString("id"), row.getLong("written"), row, Escalations::decode),
                lookAt == null ? null : lookAt.toInstant());
    }

    private static TicketEscalations decode(Row row) {
        String state = row.getString("state");
        String file = row.getString("case_file");
        if (state == null) {
            return TicketEscalations.unknown(row.getString("id"));
        }
        TicketEscalations escalations = Json.decode(state, TicketEscalations.class);
        return file == null
                ? escalations
                : escalations.with(escalations.facts().with(Json.decode(file, CaseFile.class)));
    }

    private static TierWalk tiers(Decided one) {
        return one.after().facts().tiers();
    }

    private static boolean reached(Decided one, SupportTier tier) {
        return tiers(one).reached().contains(tier);
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static <S, T> T[] column(List<S> rows, Function<S, T> field, IntFunction<T[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}

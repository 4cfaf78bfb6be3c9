package dev.signalbox.escalation.delivery;

import dev.signalbox.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was delivered, what waits and why; and starting it again. */
@ApplicationScoped
class DeliveryLog {

    private static final String PAGE = """
            select id, endpoint, event_id, escalation_id, ticket_id, change, state, attempts, due_at, created_at,
                   delivered_at
            from delivery
            where ($1::text is null or endpoint = $1) and ($2::text is null or state = $2)
              and ($3::text is null or escalation_id = $3) and ($4::bigint is null or id < $4)
            order by id desc limit $5""";
    private static final String ATTEMPTS = """
            select delivery_id, number, at, status, problem, millis from delivery_attempt
            where delivery_id = any($1::bigint[]) order by delivery_id, at""";
    private static final String REDELIVER = """
            update delivery
            set state = 'WAITING', due_at = statement_timestamp(), claimed_until = null,
                attempts = case when state = 'WAITING' then attempts else 0 end
            where id = $1 and (claimed_until is null or claimed_until < statement_timestamp())""";
    private static final String ENDPOINTS = """
            select c.failures, c.resumes_at, c.disabled_at, c.disabled_because, w.waiting
            from (select count(*) as waiting from delivery where endpoint = $1 and state = 'WAITING') w
            left join delivery_endpoint c on c.name = $1""";

    private final Pool pool;
    private final Transactions transactions;
    private final Circuits circuits;

    DeliveryLog(Pool pool, Transactions transactions, Circuits circuits) {
        this.pool = pool;
        this.transactions = transactions;
        this.circuits = circuits;
    }

    /** Newest first; {@code after} is the last id of the page before, null for the first page. */
    Uni<List<DeliveryResource.Entry>> page(String endpoint, String state, String escalationId, Long after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(endpoint, state, escalationId, after, limit))
                .chain(found -> attempts(found).map(attempts -> entries(found, attempts)));
    }

    private Uni<RowSet<Row>> attempts(RowSet<Row> found) {
        List<Long> ids = new ArrayList<>();
        found.forEach(row -> ids.add(row.getLong("id")));
        return pool.preparedQuery(ATTEMPTS).execute(Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new)));
    }

    private static List<DeliveryResource.Entry> entries(RowSet<Row> found, RowSet<Row> attempts) {
        Map<Long, List<DeliveryResource.Try>> byDelivery = new LinkedHashMap<>();
        attempts.forEach(row -> byDelivery
                .computeIfAbsent(row.getLong("delivery_id"), id -> new ArrayList<>())
                .add(new DeliveryResource.Try(
                        row.getInteger("number"),
                        instant(row, "at"),
                        row.getInteger("status"),
                        row.getString("problem"),
                        row.getInteger("millis"))));
        List<DeliveryResource.Entry> entries = new ArrayList<>();
        found.forEach(row -> entries.add(new DeliveryResource.Entry(
                row.getLong("id"),
                row.getString("endpoint"),
                row.getString("event_id"),
                row.getString("escalation_id"),
                row.getString("ticket_id"),
                row.getString("change"),
                row.getString("state"),
                row.getInteger("attempts"),
                "WAITING".equals(row.getString("state")) ? instant(row, "due_at") : null,
                instant(row, "created_at"),
                instant(row, "delivered_at"),
                byDelivery.getOrDefault(row.getLong("id"), List.of()))));
        return entries;
    }

    /** Makes a delivery due at once, whatever became of it; false if there is none or an attempt is under way. */
    Uni<Boolean> redeliver(long id) {
        return pool.preparedQuery(REDELIVER).execute(Tuple.of(id)).map(rows -> rows.rowCount() > 0);
    }

    Uni<DeliveryResource.EndpointStatus> status(Endpoint endpoint) {
        return pool.preparedQuery(ENDPOINTS)
                .execute(Tuple.of(endpoint.name()))
                .map(rows -> status(endpoint, rows.iterator().next()));
    }

    private static DeliveryResource.EndpointStatus status(Endpoint endpoint, Row row) {
        Integer failures = row.getInteger("failures");
        return new DeliveryResource.EndpointStatus(
                endpoint.name(),
                endpoint.kind(),
                row.getLong("waiting"),
                failures == null ? 0 : failures,
                instant(row, "resumes_at"),
                instant(row, "disabled_at"),
                row.getString("disabled_because"));
    }

    /** Lets an endpoint take deliveries again, at once. */
    Uni<Void> enable(Endpoint endpoint) {
        return transactions.run(work -> circuits.lock(work, endpoint.name())
                .chain(before -> circuits.keep(work, endpoint.name(), Circuit.CLOSED))
                .chain(() -> circuits.hurry(work, endpoint.name())));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}

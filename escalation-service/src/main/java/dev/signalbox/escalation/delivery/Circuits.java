package dev.signalbox.escalation.delivery;

import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Keeps how endpoints are doing, the same for all replicas. */
@ApplicationScoped
class Circuits {

    private static final String HEAR_OF = "insert into delivery_endpoint (name) values ($1) on conflict do nothing";
    private static final String LOCK =
            "select failures, resumes_at, disabled_because from delivery_endpoint where name = $1 for update";
    private static final String KEEP = """
            update delivery_endpoint
            set failures = $2, resumes_at = $3, disabled_because = $4,
                disabled_at = case when $4::text is null then null else coalesce(disabled_at, $5) end
            where name = $1""";

    /** What had to wait because nobody answered is tried at once when somebody does. */
    private static final String HURRY = """
            update delivery set due_at = greatest($2, not_before)
            where endpoint = $1 and state = 'WAITING' and claimed_until is null and due_at > greatest($2, not_before)""";

    /** Locks an endpoint's row. */
    Uni<Circuit> lock(UnitOfWork work, String endpoint) {
        return work.query(HEAR_OF, Tuple.of(endpoint))
                .chain(() -> work.query(LOCK, Tuple.of(endpoint)))
                .map(rows -> circuit(rows.iterator().next()));
    }

    Uni<Void> keep(UnitOfWork work, String endpoint, Circuit circuit) {
        Tuple row = Tuple.tuple()
                .addString(endpoint)
                .addInteger(circuit.failures())
                .addOffsetDateTime(utc(circuit.resumesAt()))
                .addString(circuit.disabledBecause())
                .addOffsetDateTime(utc(work.now()));
        return work.query(KEEP, row).replaceWithVoid();
    }

    Uni<Void> hurry(UnitOfWork work, String endpoint) {
        return work.query(HURRY, Tuple.of(endpoint, utc(work.now()))).replaceWithVoid();
    }

    private static Circuit circuit(Row row) {
        OffsetDateTime resumesAt = row.getOffsetDateTime("resumes_at");
        return new Circuit(
                row.getInteger("failures"),
                resumesAt == null ? null : resumesAt.toInstant(),
                row.getString("disabled_because"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}

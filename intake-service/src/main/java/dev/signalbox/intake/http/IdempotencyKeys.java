package dev.signalbox.intake.http;

import dev.signalbox.intake.IntakeConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which request made what (architecture 3.2). Claim, produce, mark: after a crash in between, the repetition
 * claims the same row and produces the same event again.
 */
@ApplicationScoped
public class IdempotencyKeys {

    // longer than a request may wait, so that only a dead request's claim is taken over
    private static final int CLAIM_SECONDS = 10;

    // an expired row is as good as none
    private static final String CLAIM = """
            insert into idempotency_key as known
                (tenant, key, body_hash, resource_id, received_at, claimed_by, claimed_at)
            values ($1, $2, $3, $4, now(), $5, now())
            on conflict (tenant, key) do update set
                body_hash   = case when known.received_at < now() - $6::interval
                                   then excluded.body_hash else known.body_hash end,
                resource_id = case when known.received_at < now() - $6::interval
                                   then excluded.resource_id else known.resource_id end,
                received_at = case when known.received_at < now() - $6::interval
                                   then excluded.received_at else known.received_at end,
                accepted_at = case when known.received_at < now() - $6::interval
                                   then null else known.accepted_at end,
                claimed_by  = case when known.received_at < now() - $6::interval
                                     or known.accepted_at is null
                                        and known.body_hash = excluded.body_hash
                                        and known.claimed_at < now() - $7::interval
                                   then excluded.claimed_by else known.claimed_by end,
                claimed_at  = case when known.received_at < now() - $6::interval
                                     or known.accepted_at is null
                                        and known.body_hash = excluded.body_hash
                                        and known.claimed_at < now() - $7::interval
                                   then excluded.claimed_at else known.claimed_at end
            returning body_hash, resource_id, received_at, claimed_by, accepted_at
            """;

    private final Pool pool;
    private final IntakeConfig config;

    IdempotencyKeys(Pool pool, IntakeConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** What a key stands for. */
    public enum Standing {
        /** This request is to produce the event, perhaps not as the first. */
        TO_PRODUCE,
        /** Kafka has the event. */
        ACCEPTED,
        /** Another request is producing it. */
        IN_PROGRESS,
        /** The key was used for another body. */
        OTHER_BODY
    }

    /**
     * A key as it stands.
     *
     * @param resourceId id of the ticket or activity that the key stands for
     * @param receivedAt when it was first seen, by the database's clock
     */
    public record Claim(Standing standing, String resourceId, Instant receivedAt) {}

    /** Claims a key, or says why not. */
    public Uni<Claim> claim(String tenant, String key, String bodyHash, String resourceId) {
        UUID mine = UUID.randomUUID();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addString(key)
                .addString(bodyHash)
                .addString(resourceId)
                .addUUID(mine)
                .addValue(interval(config.idempotencyRetention().toSeconds()))
                .addValue(interval(CLAIM_SECONDS));
        return pool.preparedQuery(CLAIM).execute(arguments).map(rows -> {
            Row row = rows.iterator().next();
            return new Claim(
                    standing(row, bodyHash, mine),
                    row.getString("resource_id"),
                    row.getOffsetDateTime("received_at").toInstant());
        });
    }

    /** Marks that Kafka has the event. */
    public Uni<Void> accepted(String tenant, String key) {
        return pool.preparedQuery(
                        "update idempotency_key set accepted_at = now() where tenant = $1 and key = $2 and accepted_at is null")
                .execute(Tuple.of(tenant, key))
                .replaceWithVoid();
    }

    /** Gives a claim back whose event may not have been produced, so that the caller may repeat at once. */
    public Uni<Void> release(String tenant, String key) {
        return pool.preparedQuery("update idempotency_key set claimed_at = '-infinity'"
                        + " where tenant = $1 and key = $2 and accepted_at is null")
                .execute(Tuple.of(tenant, key))
                .replaceWithVoid();
    }

    /** Forgets what is older than the retention; the number of rows. */
    public Uni<Integer> forgetOld() {
        return pool.preparedQuery("delete from idempotency_key where received_at < now() - $1::interval")
                .execute(Tuple.of(interval(config.idempotencyRetention().toSeconds())))
                .map(rows -> rows.rowCount());
    }

    private static Standing standing(Row row, String bodyHash, UUID mine) {
        if (!bodyHash.equals(row.getString("body_hash"))) {
            return Standing.OTHER_BODY;
        }
        if (row.getValue("accepted_at") != null) {
            return Standing.ACCEPTED;
        }
        return mine.equals(row.getUUID("claimed_by")) ? Standing.TO_PRODUCE : Standing.IN_PROGRESS;
    }

    private static @Nullable Object interval(long seconds) {
        return io.vertx.pgclient.data.Interval.of(0, 0, (int) (seconds / 86_400), 0, 0, (int) (seconds % 86_400));
    }
}

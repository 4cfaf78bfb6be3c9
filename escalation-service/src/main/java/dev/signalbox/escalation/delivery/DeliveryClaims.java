package dev.signalbox.escalation.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes what is due for an endpoint, once over all replicas. */
@ApplicationScoped
class DeliveryClaims {

    /** Nothing overtakes what waits before it for the same escalation; an open circuit lets one probe through. */
    private static final String CLAIM = """
            with circuit as (
                select coalesce(max(failures), 0) as failures,
                       coalesce(bool_or(disabled_at is not null or resumes_at > statement_timestamp()), false) as rests
                from delivery_endpoint where name = $1)
            update delivery
            set attempts = attempts + 1, claimed_until = statement_timestamp() + $4::bigint * interval '1 second'
            where id in (
                select d.id from delivery d
                where d.endpoint = $1 and d.state = 'WAITING' and d.due_at <= statement_timestamp()
                  and (d.claimed_until is null or d.claimed_until < statement_timestamp())
                  and not (select rests from circuit)
                  and not exists (
                      select from delivery e
                      where e.endpoint = $1 and e.escalation_id = d.escalation_id and e.state = 'WAITING'
                        and e.id < d.id)
                order by d.due_at, d.id
                limit (select case when failures >= $3 then 1 else $2 end from circuit)
                for update of d skip locked)
            returning id, event_id, attempts, ends, body, created_at""";

    private static final Duration ROOM_AFTER_THE_TIMEOUT = Duration.ofMinutes(1);

    private final Pool pool;
    private final DeliveryConfig config;

    DeliveryClaims(Pool pool, DeliveryConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Oldest first; as many as the sink takes at one time. */
    Uni<List<Delivery>> claim(Endpoint endpoint) {
        long lease = config.timeout().plus(ROOM_AFTER_THE_TIMEOUT).toSeconds();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(
                        endpoint.name(), endpoint.kind().sink().concurrency(), config.circuitFailures(), lease))
                .map(DeliveryClaims::deliveries);
    }

    private static List<Delivery> deliveries(RowSet<Row> rows) {
        List<Delivery> claimed = new ArrayList<>(rows.size());
        rows.forEach(row -> claimed.add(Delivery.of(row)));
        claimed.sort(Comparator.comparing(Delivery::id));
        return claimed;
    }
}

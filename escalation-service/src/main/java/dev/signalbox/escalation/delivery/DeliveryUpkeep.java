package dev.signalbox.escalation.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Forgets deliveries that nobody asks for any more, and says what waits; the same on every replica. */
@ApplicationScoped
class DeliveryUpkeep {

    private static final Logger LOG = Logger.getLogger(DeliveryUpkeep.class);

    /** While an escalation is open its deliveries say who has heard of it. */
    private static final String FORGET = """
            delete from delivery where id in (
                select d.id from delivery d join escalation e on e.id = d.escalation_id
                where d.created_at < statement_timestamp() - $1::bigint * interval '1 second'
                  and e.state in ('RESOLVED', 'CANCELLED')
                  and (d.state <> 'WAITING' or not d.endpoint = any($2::text[]))
                order by d.created_at limit 1000 for update of d skip locked)""";

    private static final String WAITING = """
            select n.name, coalesce(w.waiting, 0) as waiting, coalesce(w.oldest, 0) as oldest,
                   coalesce(c.disabled_at is not null, false) as disabled
            from unnest($1::text[]) as n (name)
            left join delivery_endpoint c on c.name = n.name
            left join lateral (
                select count(*) as waiting, extract(epoch from statement_timestamp() - min(created_at))::float8 as oldest
                from delivery where endpoint = n.name and state = 'WAITING') w on true""";

    private final Endpoints endpoints;
    private final Pool pool;
    private final Vertx vertx;
    private final Duration keep;
    private final Duration interval;
    private final MultiGauge waiting;
    private final MultiGauge oldest;
    private final MultiGauge disabled;
    private long periodic;

    DeliveryUpkeep(
            Endpoints endpoints,
            Pool pool,
            Vertx vertx,
            MeterRegistry meters,
            DeliveryConfig config,
            @ConfigProperty(name = "signalbox.escalation.gauges", defaultValue = "30s") Duration interval) {
        this.endpoints = endpoints;
        this.pool = pool;
        this.vertx = vertx;
        this.keep = config.keep();
        this.interval = interval;
        this.waiting = MultiGauge.builder("signalbox.delivery.waiting").register(meters);
        this.oldest = MultiGauge.builder("signalbox.delivery.oldest.waiting")
                .baseUnit("seconds")
                .register(meters);
        this.disabled =
                MultiGauge.builder("signalbox.delivery.endpoint.disabled").register(meters);
    }

    void start(@Observes StartupEvent started) {
        periodic = vertx.setPeriodic(
                interval.toMillis(),
                id -> forget().chain(this::look)
                        .subscribe()
                        .with(done -> {}, trouble -> LOG.debugf("gauges keep their values: %s", trouble)));
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(periodic);
    }

    Uni<Integer> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(keep.toSeconds(), names()))
                .map(rows -> rows.rowCount());
    }

    private Uni<Void> look() {
        return pool.preparedQuery(WAITING)
                .execute(Tuple.tuple().addArrayOfString(names()))
                .invoke(found -> {
                    List<Row<?>> counts = new ArrayList<>();
                    List<Row<?>> ages = new ArrayList<>();
                    List<Row<?>> switches = new ArrayList<>();
                    found.forEach(row -> {
                        Tags tags = Tags.of("endpoint", row.getString("name"));
                        counts.add(Row.of(tags, row.getLong("waiting")));
                        ages.add(Row.of(tags, row.getDouble("oldest")));
                        switches.add(Row.of(tags, row.getBoolean("disabled") ? 1 : 0));
                    });
                    waiting.register(counts, true);
                    oldest.register(ages, true);
                    disabled.register(switches, true);
                })
                .replaceWithVoid();
    }

    private String[] names() {
        return endpoints.all().stream().map(Endpoint::name).toArray(String[]::new);
    }
}

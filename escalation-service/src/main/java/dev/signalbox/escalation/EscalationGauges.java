package dev.signalbox.escalation;

import dev.signalbox.decisions.escalation.OnCallSchedule;
import dev.signalbox.decisions.escalation.RateLimits;
import dev.signalbox.edge.Policies;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What stands open and how often tickets escalate (S41), read from the tables, so the same on every replica. */
@ApplicationScoped
class EscalationGauges {

    private static final Logger LOG = Logger.getLogger(EscalationGauges.class);
    private static final Duration LOOK_AHEAD = Duration.ofDays(7);
    private static final String OPEN = """
            select level, state, count(*) as escalations from escalation
            where state not in ('RESOLVED', 'CANCELLED') group by level, state""";
    private static final String RATES = """
            select count(*) as incoming, count(*) filter (where escalated) as escalated,
                   count(*) filter (where reached_t1) as reached_t1, count(*) filter (where t1_to_t2) as t1_to_t2,
                   count(*) filter (where reached_t2) as reached_t2, count(*) filter (where t2_to_t3) as t2_to_t3
            from ticket where known_since > clock_timestamp() - $1::bigint * interval '1 second'
                and id not like 'canary:%'""";

    private final Pool pool;
    private final Policies policies;
    private final Vertx vertx;
    private final Duration interval;
    private final MultiGauge open;
    private final MultiGauge rates;
    private final MultiGauge numerators;
    private final MultiGauge denominators;
    private final MultiGauge limits;
    private final MultiGauge gaps;
    private long periodic;

    EscalationGauges(
            Pool pool,
            Policies policies,
            Vertx vertx,
            MeterRegistry meters,
            @ConfigProperty(name = "signalbox.escalation.gauges", defaultValue = "30s") Duration interval) {
        this.pool = pool;
        this.policies = policies;
        this.vertx = vertx;
        this.interval = interval;
        this.open = gauge(meters, "signalbox.escalations.open", "Escalations that are not over");
        this.rates = gauge(meters, "signalbox.escalation.rate", "Share of tickets that escalated, 0..1");
        this.numerators = gauge(meters, "signalbox.escalation.rate.numerator", "Tickets that escalated");
        this.denominators = gauge(meters, "signalbox.escalation.rate.denominator", "Tickets that could have");
        this.limits = gauge(meters, "signalbox.escalation.rate.limit", "Share of incoming tickets that alarms, 0..1");
        this.gaps = MultiGauge.builder("signalbox.escalation.oncall.gap")
                .description("Time of the next 7 days with nobody on call")
                .baseUnit("seconds")
                .register(meters);
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    void start(@Observes StartupEvent started) {
        periodic = vertx.setPeriodic(
                interval.toMillis(),
                id -> read().subscribe()
                        .with(done -> {}, trouble -> LOG.debugf("gauges keep their values: %s", trouble)));
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(periodic);
    }

    private Uni<Void> read() {
        return readOpen()
                .chain(policies::active)
                .invoke(policy -> readGaps(policy.policy().escalation().onCall()))
                .chain(policy -> readRates(policy.policy().escalation().rates()));
    }

    private Uni<Void> readOpen() {
        return pool.preparedQuery(OPEN)
                .execute()
                .invoke(found -> {
                    List<Row<?>> rows = new ArrayList<>();
                    found.forEach(row -> rows.add(Row.of(
                            Tags.of(
                                    "level",
                                    Integer.toString(row.getInteger("level")),
                                    "state",
                                    row.getString("state")),
                            row.getLong("escalations"))));
                    open.register(rows, true);
                })
                .replaceWithVoid();
    }

    /** What would otherwise be found when somebody has to be told (I23). */
    private void readGaps(Map<String, OnCallSchedule> onCall) {
        Instant now = Instant.now();
        List<Row<?>> rows = new ArrayList<>();
        onCall.forEach((name, schedule) -> rows.add(Row.of(
                Tags.of("schedule", name),
                schedule.gaps(now, now.plus(LOOK_AHEAD)).stream()
                        .mapToLong(gap -> Duration.between(gap.from(), gap.to()).toSeconds())
                        .sum())));
        gaps.register(rows, true);
    }

    private Uni<Void> readRates(RateLimits limit) {
        return pool.preparedQuery(RATES)
                .execute(Tuple.of(limit.window().toSeconds()))
                .invoke(found -> found.forEach(row -> {
                    long incoming = row.getLong("incoming");
                    List<Rate> all = List.of(
                            new Rate("overall", "incoming", row.getLong("escalated"), incoming),
                            new Rate("t1_t2", "incoming", row.getLong("t1_to_t2"), incoming),
                            new Rate("t1_t2", "reached", row.getLong("t1_to_t2"), row.getLong("reached_t1")),
                            new Rate("t2_t3", "incoming", row.getLong("t2_to_t3"), incoming),
                            new Rate("t2_t3", "reached", row.getLong("t2_to_t3"), row.getLong("reached_t2")));
                    rates.register(all.stream().map(Rate::share).toList(), true);
                    numerators.register(all.stream().map(Rate::top).toList(), true);
                    denominators.register(all.stream().map(Rate::bottom).toList(), true);
                    limits.register(
                            List.of(
                                    Row.of(Tags.of("path", "overall"), limit.overall()),
                                    Row.of(Tags.of("path", "t1_t2"), limit.t1ToT2()),
                                    Row.of(Tags.of("path", "t2_t3"), limit.t2ToT3())),
                            true);
                }))
                .replaceWithVoid();
    }

    /**
     * A rate over the policy's window.
     *
     * @param over {@code incoming}: all tickets; {@code reached}: those that reached the lower tier
     */
    private record Rate(String path, String over, long numerator, long denominator) {

        Row<?> share() {
            return Row.of(tags(), denominator == 0 ? 0 : (double) numerator / denominator);
        }

        Row<?> top() {
            return Row.of(tags(), numerator);
        }

        Row<?> bottom() {
            return Row.of(tags(), denominator);
        }

        private Tags tags() {
            return Tags.of("path", path, "over", over);
        }
    }
}

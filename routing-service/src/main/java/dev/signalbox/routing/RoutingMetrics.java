package dev.signalbox.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Route;
import dev.signalbox.decisions.routing.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What an operator watches: decisions, queues, agents, what came too late. */
@ApplicationScoped
public class RoutingMetrics {

    private final MeterRegistry meters;
    private final MultiGauge depth;
    private final MultiGauge oldest;
    private final MultiGauge ripe;
    private final MultiGauge presence;
    private final MultiGauge load;

    RoutingMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.depth = MultiGauge.builder("signalbox.queue.depth")
                .description("Tickets that wait for an owner")
                .register(meters);
        this.oldest = MultiGauge.builder("signalbox.queue.oldest.age")
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
        this.ripe = MultiGauge.builder("signalbox.queue.ripe")
                .description("Those of them that are late for so long that they go before the others")
                .register(meters);
        this.presence = MultiGauge.builder("signalbox.agents")
                .description("Registered agents by presence")
                .register(meters);
        this.load = MultiGauge.builder("signalbox.agents.load")
                .description("Open tickets that use capacity, by support tier, and the capacity")
                .register(meters);
    }

    void decided(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome.stale() > 0) {
                meters.counter("signalbox.actions.stale").increment(outcome.stale());
            }
            Route route = outcome.route();
            if (route != null) {
                meters.counter(
                                "signalbox.decisions",
                                "decision",
                                route.decision().name(),
                                "cause",
                                route.cause().name(),
                                "band",
                                outcome.band().name(),
                                "plan",
                                outcome.plan().name())
                        .increment();
            }
        }
    }

    /** A ticket has waited longer than it was told. */
    void beyondBound(Band band) {
        meters.counter("signalbox.queue.bound.exceeded", "band", band.name()).increment();
    }

    /** A stored ticket waits, and what it is about cannot be read. */
    void withoutFile() {
        meters.counter("signalbox.queue.unreadable").increment();
    }

    void sampled(List<QueueView> queues, Map<String, Long> present, Map<String, Long> loads) {
        depth.register(
                queues.stream()
                        .map(queue -> MultiGauge.Row.of(Tags.of("queue", queue.queue()), queue.depth()))
                        .toList(),
                true);
        oldest.register(
                queues.stream()
                        .map(queue -> MultiGauge.Row.of(Tags.of("queue", queue.queue()), queue.oldestSeconds()))
                        .toList(),
                true);
        ripe.register(
                queues.stream()
                        .map(queue -> MultiGauge.Row.of(Tags.of("queue", queue.queue()), queue.ripe()))
                        .toList(),
                true);
        presence.register(rows("presence", present), true);
        load.register(rows("kind", loads), true);
    }

    private static List<MultiGauge.Row<?>> rows(String tag, Map<String, Long> values) {
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(entry -> MultiGauge.Row.of(Tags.of(tag, entry.getKey()), entry.getValue()))
                .toList();
    }
}

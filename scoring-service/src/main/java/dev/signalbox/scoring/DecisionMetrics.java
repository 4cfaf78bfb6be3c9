package dev.signalbox.scoring;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Score;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Decisions by band and plan, floors that held, records set aside. */
@Startup
@ApplicationScoped
class DecisionMetrics {

    private final MeterRegistry meters;
    private final Map<Band, Map<PlanTier, Counter>> scored = new EnumMap<>(Band.class);

    DecisionMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Band band : Band.values()) {
            Map<PlanTier, Counter> plans = new EnumMap<>(PlanTier.class);
            for (PlanTier plan : PlanTier.values()) {
                plans.put(plan, decisions(band, plan));
            }
            scored.put(band, plans);
        }
    }

    private Counter decisions(Band band, PlanTier plan) {
        return Counter.builder("signalbox.decisions")
                .description("Cases scored, repetitions included")
                .tag("band", band.name())
                .tag("plan", plan.name())
                .register(meters);
    }

    void count(CaseFile decided) {
        Score score = decided.score();
        scored.get(score.band()).get(decided.account().planTier()).increment();
        score.floors().stream()
                .filter(floor -> floor.floor().compareTo(score.raw()) > 0
                        && floor.floor().equals(score.value()))
                .forEach(floor -> meters.counter("signalbox.floors.held", "rule", floor.rule())
                        .increment());
    }

    void countQuarantined(String code) {
        meters.counter("signalbox.quarantined", "reason", code).increment();
    }
}

package dev.signalbox.escalation;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Handoff;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Counts what happens to escalations. A transaction that is repeated counts again. */
@ApplicationScoped
class EscalationMetrics {

    private final MeterRegistry meters;

    EscalationMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(List<Escalation> changes) {
        changes.forEach(this::count);
    }

    private void count(Escalation change) {
        meters.counter("signalbox.escalation.changes", "change", change.change().name())
                .increment();
        if (change.change() == EscalationChange.OPENED) {
            opened(change);
        } else if (change.change() == EscalationChange.ACKNOWLEDGED) {
            acknowledged(change);
        }
    }

    private void opened(Escalation change) {
        meters.counter(
                        "signalbox.escalations.opened",
                        "trigger",
                        change.trigger().name(),
                        "type",
                        change.type().name())
                .increment();
        Handoff handoff = change.handoff();
        if (handoff != null) {
            DistributionSummary.builder("signalbox.escalation.handoff.completeness")
                    .description("Completeness of handoff packages at the opening, percent")
                    .baseUnit("percent")
                    .tag("type", change.type().name())
                    .register(meters)
                    .record(handoff.completeness());
        }
    }

    private void acknowledged(Escalation change) {
        Timer.builder("signalbox.escalation.acknowledge")
                .description("From opening to acknowledging")
                .tag("type", change.type().name())
                .publishPercentileHistogram()
                .register(meters)
                .record(Duration.between(change.openedAt(), change.at()));
    }
}

package dev.signalbox.escalation.delivery;

import dev.signalbox.escalation.delivery.sink.Verdict;
import dev.signalbox.outbox.StreamMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** Counts attempts at endpoints and how long escalations took to get there. */
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry meters;
    private final StreamMetrics durations;

    DeliveryMetrics(MeterRegistry meters, StreamMetrics durations) {
        this.meters = meters;
        this.durations = durations;
    }

    void count(String endpoint, Attempt attempt, boolean givenUp) {
        String outcome = givenUp ? "given_up" : attempt.verdict().name().toLowerCase(Locale.ROOT);
        meters.counter("signalbox.delivery.attempts", "endpoint", endpoint, "outcome", outcome)
                .increment();
        durations.record("signalbox.delivery.attempt.duration", attempt.took(), "endpoint", endpoint);
        if (attempt.verdict() == Verdict.DELIVERED) {
            Duration delay = Duration.between(attempt.delivery().createdAt(), attempt.at())
                    .plus(attempt.took());
            durations.record(
                    "signalbox.delivery.delay", delay.isNegative() ? Duration.ZERO : delay, "endpoint", endpoint);
        }
    }
}

package dev.signalbox.enrichment;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.outbox.StreamMetrics;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What an operator wants to know of the enrichment. */
@ApplicationScoped
public class EnrichmentMetrics {

    private final MeterRegistry meters;
    private final StreamMetrics streams;
    private final DistributionSummary confidence;

    EnrichmentMetrics(MeterRegistry meters, StreamMetrics streams) {
        this.meters = meters;
        this.streams = streams;
        this.confidence = DistributionSummary.builder("signalbox.classifier.confidence")
                .description("Confidence of the classifier, 0 to 1")
                .serviceLevelObjectives(0.2, 0.4, 0.6, 0.8, 0.9, 0.95)
                .register(meters);
    }

    /** A version was decided. */
    public void published(CaseFile version) {
        String category = version.analysis().category();
        meters.counter(
                        "signalbox.tickets.enriched",
                        "category",
                        category == null ? "UNDECIDED" : category,
                        "severity",
                        version.analysis().severity().name(),
                        "first",
                        Boolean.toString(version.version() == 1))
                .increment();
        confidence.record(version.analysis().confidence().doubleValue());
        count("signalbox.tickets.review.needed", version.analysis().needsReview());
        count("signalbox.tickets.account.unknown", !version.account().known());
        if (version.version() == 1 && version.ticket().receivedAt() != null) {
            streams.record(
                    "signalbox.enrichment.delay",
                    Duration.between(version.ticket().receivedAt(), version.asOf()));
        }
    }

    /** Tickets of changed accounts were looked at again. */
    public void enrichedAgain(int tickets) {
        meters.counter("signalbox.tickets.reenriched").increment(tickets);
    }

    private void count(String name, boolean yes) {
        if (yes) {
            meters.counter(name).increment();
        }
    }
}

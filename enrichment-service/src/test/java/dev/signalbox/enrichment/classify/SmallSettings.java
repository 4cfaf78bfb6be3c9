package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.EnrichmentConfig;
import java.time.Duration;

/** Learns a hundred new tickets, without the sample and without meanings. */
record SmallSettings() implements EnrichmentConfig {
    @Override
    public Duration unknownAfter() {
        return Duration.ofHours(24);
    }

    @Override
    public int pendingBatch() {
        return 100;
    }

    @Override
    public Duration learnEvery() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int learnAfter() {
        return 100;
    }

    @Override
    public int sampleUntil() {
        return 0;
    }

    @Override
    public int historyLimit() {
        return 5000;
    }

    @Override
    public int embeddingFrom() {
        return Integer.MAX_VALUE;
    }
}

package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.EnrichmentConfig;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The meanings that this process remembers: one memory and one encoder for all who ask. */
final class ProcessMeanings {

    @Produces
    @Singleton
    Meanings meanings(EnrichmentConfig config) {
        return new Meanings(config.historyLimit());
    }
}

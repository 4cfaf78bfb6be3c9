package dev.signalbox.enrichment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code signalbox.enrichment}. */
@ConfigMapping(prefix = "signalbox.enrichment")
public interface EnrichmentConfig {

    /** How long activity waits for its ticket before it goes to quarantine. */
    @WithDefault("24h")
    Duration unknownAfter();

    /** Tickets of changed accounts that are enriched again in one transaction. */
    @WithDefault("100")
    int pendingBatch();

    /** A history of a thousand tickets and more is learnt anew after so many new or corrected ones. */
    @WithDefault("500")
    int learnAfter();

    /** The classifier looks for something new to find or to learn at most this often. */
    @WithDefault("10s")
    Duration learnEvery();

    /** The shipped sample is learnt while the history has fewer tickets than this. */
    @WithDefault("300")
    int sampleUntil();

    /** Resolved tickets that are kept in memory; the longest known ones are dropped first. */
    @WithDefault("50000")
    int historyLimit();

    /**
     * Own resolved tickets from which on the meaning of texts is tried as a second stage; it takes about 150 MB beside
     * the heap. 2147483647: never.
     */
    @WithDefault("200")
    int embeddingFrom();
}

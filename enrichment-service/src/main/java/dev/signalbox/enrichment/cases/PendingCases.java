package dev.signalbox.enrichment.cases;

import dev.signalbox.enrichment.EnrichmentConfig;
import dev.signalbox.enrichment.EnrichmentMetrics;
import dev.signalbox.enrichment.classify.Classified;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.TimerLoop;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;

/**
 * Enriches the open tickets of changed accounts again. The account's change has marked them in its own transaction, so
 * no crash forgets one; replicas share the work.
 */
@ApplicationScoped
public class PendingCases {

    private final TimerLoop loop;
    private final Transactions transactions;
    private final Cases cases;
    private final Enrichment enrichment;
    private final EnrichmentConfig config;
    private final EnrichmentMetrics metrics;

    PendingCases(
            TimerLoop loop,
            Transactions transactions,
            Cases cases,
            Enrichment enrichment,
            EnrichmentConfig config,
            EnrichmentMetrics metrics) {
        this.loop = loop;
        this.transactions = transactions;
        this.cases = cases;
        this.enrichment = enrichment;
        this.config = config;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        loop.start("re-enrichment", this::round);
    }

    private Uni<Integer> round() {
        return cases.lookAtPending(config.pendingBatch())
                .chain(seen -> seen.isEmpty()
                        ? Uni.createFrom().item(0)
                        : enrichment
                                .prepare(seen, Map.of())
                                .chain(prepared -> transactions.run(work -> update(work, seen.keySet(), prepared))));
    }

    private Uni<Integer> update(UnitOfWork work, Set<String> seen, Classified prepared) {
        return cases.shareAccounts(work)
                .chain(() -> cases.pending(work, seen))
                .call(rows -> enrichment.update(work, rows, Map.of(), Map.of(), prepared))
                .map(Map::size)
                .invoke(metrics::enrichedAgain);
    }
}

package dev.signalbox.enrichment;

import dev.signalbox.enrichment.cases.CaseFold;
import dev.signalbox.enrichment.cases.CaseRow;
import dev.signalbox.enrichment.cases.CaseState;
import dev.signalbox.enrichment.cases.Cases;
import dev.signalbox.enrichment.cases.Enrichment;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * From {@code tickets.raw}, {@code tickets.activity} and {@code reviews} to {@code tickets.enriched}: facts are folded
 * into the ticket's case; a case whose facts ask for it gets its next version.
 */
@ApplicationScoped
public class EnrichmentStream {

    private final Transactions transactions;
    private final Cases cases;
    private final Enrichment enrichment;

    EnrichmentStream(Transactions transactions, Cases cases, Enrichment enrichment) {
        this.transactions = transactions;
        this.cases = cases;
        this.enrichment = enrichment;
    }

    @Incoming("tickets")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return transactions.consume(batch, this::decide);
    }

    private Uni<Void> decide(UnitOfWork work, List<ConsumerRecord<String, byte[]>> records) {
        List<Fact> facts = records.stream().map(Fact::read).toList();
        Map<String, String> traces = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            Header trace = records.get(i).headers().lastHeader("traceparent");
            if (trace != null && trace.value() != null) {
                traces.put(facts.get(i).ticketId(), new String(trace.value(), StandardCharsets.UTF_8));
            }
        }
        return cases.shareAccounts(work)
                .chain(() -> cases.load(work, facts.stream().map(Fact::ticketId).toList()))
                .chain(rows -> enrichment.update(work, rows, changed(rows, facts), traces));
    }

    /** The cases to which a fact was new. */
    private static Map<String, CaseState> changed(Map<String, CaseRow> rows, List<Fact> facts) {
        Map<String, CaseFold> folds = new HashMap<>();
        for (Fact fact : facts) {
            fact.fold(folds.computeIfAbsent(
                    fact.ticketId(), id -> new CaseFold(rows.get(id).state())));
        }
        Map<String, CaseState> changed = new HashMap<>();
        folds.forEach((id, fold) -> {
            CaseState state = fold.state();
            if (state != rows.get(id).state()) {
                changed.put(id, state);
            }
        });
        return changed;
    }
}

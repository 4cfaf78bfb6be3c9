package dev.signalbox.enrichment;

import dev.signalbox.enrichment.cases.CaseClassifier;
import dev.signalbox.enrichment.cases.CaseFold;
import dev.signalbox.enrichment.cases.CaseRow;
import dev.signalbox.enrichment.cases.CaseState;
import dev.signalbox.enrichment.cases.Cases;
import dev.signalbox.enrichment.cases.Enrichment;
import dev.signalbox.enrichment.classify.Classified;
import dev.signalbox.outbox.PreparedDecision;
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
public class EnrichmentStream implements PreparedDecision<EnrichmentStream.Batch> {

    private final Transactions transactions;
    private final Cases cases;
    private final Enrichment enrichment;
    private final CaseClassifier classifier;

    EnrichmentStream(Transactions transactions, Cases cases, Enrichment enrichment, CaseClassifier classifier) {
        this.transactions = transactions;
        this.cases = cases;
        this.enrichment = enrichment;
        this.classifier = classifier;
    }

    @Incoming("tickets")
    Uni<Void> on(ConsumerRecords<String, byte[]> batch) {
        return transactions.consume(batch, this);
    }

    /**
     * The facts of a batch.
     *
     * @param traces trace context by ticket
     * @param classified what the classifier says of the tickets as they were before the transaction
     */
    record Batch(List<Fact> facts, Map<String, String> traces, Classified classified) {

        List<String> tickets() {
            return facts.stream().map(Fact::ticketId).distinct().toList();
        }
    }

    /** Asks the classifier, which takes long, while no case is locked. */
    @Override
    public Uni<Batch> prepare(List<ConsumerRecord<String, byte[]>> records) {
        Batch read = read(records);
        return classifier
                .policy()
                .chain(() -> cases.look(read.tickets()))
                .chain(rows -> enrichment.prepare(rows, changed(rows, read.facts())))
                .map(classified -> new Batch(read.facts(), read.traces(), classified));
    }

    @Override
    public Uni<Void> decide(UnitOfWork work, Batch batch) {
        return cases.shareAccounts(work)
                .chain(() -> cases.load(work, batch.tickets()))
                .chain(rows -> enrichment.update(
                        work, rows, changed(rows, batch.facts()), batch.traces(), batch.classified()));
    }

    private static Batch read(List<ConsumerRecord<String, byte[]>> records) {
        List<Fact> facts = records.stream().map(Fact::read).toList();
        Map<String, String> traces = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            Header trace = records.get(i).headers().lastHeader("traceparent");
            if (trace != null && trace.value() != null) {
                traces.put(facts.get(i).ticketId(), new String(trace.value(), StandardCharsets.UTF_8));
            }
        }
        return new Batch(facts, traces, Classified.NOTHING);
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

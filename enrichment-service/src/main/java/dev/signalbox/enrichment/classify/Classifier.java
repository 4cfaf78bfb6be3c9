package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.edge.ReferenceTopic;
import dev.signalbox.edge.ReferenceTopics;
import dev.signalbox.enrichment.EnrichmentConfig;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.timers.TimerLoop;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The classifier of this replica. Reads all of {@code history} and {@code knowledge} and learns anew, in a thread of its
 * own, when they have changed; what it says in the meantime rests on what was learnt before.
 */
@ApplicationScoped
public class Classifier {

    private static final Logger LOG = Logger.getLogger(Classifier.class);
    private static final Duration NEXT_LOOK = Duration.ofMillis(100);

    private final ReferenceTopics topics;
    private final TimerLoop loop;
    private final EnrichmentConfig config;
    private final Meanings meanings;
    private final Map<String, ResolvedTicket> history = new LinkedHashMap<>();
    private final Map<String, KnowledgeArticle> knowledge = new LinkedHashMap<>();
    private List<ReferenceTopic> reading = List.of();
    private boolean changed = true;
    private long learntAtNanos;
    private volatile Learnt learnt;

    Classifier(ReferenceTopics topics, TimerLoop loop, EnrichmentConfig config) {
        this.topics = topics;
        this.loop = loop;
        this.config = config;
        meanings = new Meanings(config.historyLimit());
    }

    void start(@Observes StartupEvent started) {
        reading = List.of(topics.read(Topic.HISTORY, this::history), topics.read(Topic.KNOWLEDGE, this::knowledge));
        loop.start("learning", () -> {
            learnIfDue();
            return Uni.createFrom().item(0);
        });
    }

    /** Completes when history and knowledge were read and learnt for the first time. */
    public Uni<Void> ready() {
        return Uni.createFrom()
                .item(() -> learnt)
                .onItem()
                .ifNull()
                .failWith(NotLearntYet::new)
                .onFailure(NotLearntYet.class)
                .retry()
                .withBackOff(NEXT_LOOK, NEXT_LOOK)
                .indefinitely()
                .replaceWithVoid();
    }

    /** What is said of a ticket; {@link #ready()} has completed before. Quick where {@link #prepare} came before. */
    public Classification classify(AnalysisPolicy policy, Asked asked) {
        return learnt.classify(policy, asked.text(), meanings);
    }

    /**
     * Has a worker compute what takes milliseconds: the meanings of texts on which the model's first stage is not sure.
     * {@link #ready()} has completed before.
     */
    public Uni<Void> prepare(List<Asked> asked) {
        IntentModel model = learnt.intents();
        return model.second() == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .item(() -> model.guess(
                                asked.stream()
                                        .flatMap(ticket -> ticket.text().variants().stream())
                                        .toList(),
                                meanings))
                        .replaceWithVoid()
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** A ticket to be classified, with what the customer wrote later. */
    public record Asked(Ticket ticket, List<String> replies) {

        private Learnt.Text text() {
            String first = TicketAnalyzer.classifiedText(ticket);
            return new Learnt.Text(first, replies.isEmpty() ? first : first + "\n\n" + String.join("\n\n", replies));
        }
    }

    /** The model that is in use, or null before {@link #ready()}. */
    IntentModel model() {
        Learnt now = learnt;
        return now == null ? null : now.intents();
    }

    private void history(ConsumerRecord<String, byte[]> record) {
        ResolvedTicket ticket = record.value() == null ? null : HistoryFaults.check(record.value());
        synchronized (history) {
            history.remove(record.key());
            if (ticket != null) {
                history.put(record.key(), ticket);
            }
            if (history.size() > config.historyLimit()) {
                history.remove(history.keySet().iterator().next());
            }
            changed = true;
        }
    }

    private void knowledge(ConsumerRecord<String, byte[]> record) {
        KnowledgeArticle article = record.value() == null ? null : Json.decode(record.value(), KnowledgeArticle.class);
        if (article != null && (article.id() == null || article.title() == null)) {
            throw new UnreadableRecord("NOT_THE_CONTRACT", "An article needs /id and /title.", null);
        }
        synchronized (history) {
            if (article == null) {
                knowledge.remove(record.key());
            } else {
                knowledge.put(record.key(), article);
            }
            changed = true;
        }
    }

    private void learnIfDue() {
        boolean first = learnt == null;
        long elapsed = System.nanoTime() - learntAtNanos;
        boolean due = first
                ? reading.stream().allMatch(ReferenceTopic::caughtUp)
                : elapsed >= config.learnEvery().toNanos();
        if (!due) {
            return;
        }
        Collection<ResolvedTicket> tickets;
        Collection<KnowledgeArticle> articles;
        synchronized (history) {
            if (!changed) {
                return;
            }
            changed = false;
            tickets = new ArrayList<>(history.values());
            articles = new ArrayList<>(knowledge.values());
        }
        if (tickets.size() < config.sampleUntil()) {
            tickets = SampleHistory.under(tickets);
        }
        Meanings asked = history.size() < config.embeddingFrom() ? null : meanings;
        learnt = Learnt.from(new Training(tickets, asked).learn(), tickets, articles);
        learntAtNanos = System.nanoTime();
        LOG.infof(
                "learnt model=%s tickets=%d intents=%d accuracy=%.2f articles=%d",
                learnt.intents().version(),
                tickets.size(),
                learnt.intents().intents().size(),
                learnt.intents().accuracy(),
                articles.size());
    }

    private static final class NotLearntYet extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

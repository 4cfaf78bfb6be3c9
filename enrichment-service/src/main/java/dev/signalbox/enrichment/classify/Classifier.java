package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.edge.ReferenceTopic;
import dev.signalbox.edge.ReferenceTopics;
import dev.signalbox.enrichment.EnrichmentConfig;
import dev.signalbox.enrichment.classify.confidence.Drift;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.timers.TimerLoop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classifier of this replica. Reads all of {@code history} and {@code knowledge}; a thread of its own indexes and learns
 * what has changed. What is said in the meantime rests on what was known before: nobody waits for learning.
 */
@ApplicationScoped
public class Classifier {

    private static final Duration NEXT_LOOK = Duration.ofMillis(100);
    /** How soon this replica takes over what another one has learnt. */
    private static final Duration FOLLOW = Duration.ofSeconds(2);

    private final ReferenceTopics topics;
    private final TimerLoop loop;
    private final EnrichmentConfig config;
    private final Meanings meanings;
    private final Neighbours neighbours;
    private final ReferenceTexts texts;
    private final Learning learning;
    private final SharedModels models;
    private final Drift drift = new Drift();
    private List<ReferenceTopic> reading = List.of();
    private ReferenceTexts.State indexed = new ReferenceTexts.State(-1, Map.of());
    private volatile long lookedAtNanos;
    private long followedAtNanos = System.nanoTime();
    private volatile boolean busy;
    private volatile Learnt learnt;

    Classifier(
            ReferenceTopics topics, TimerLoop loop, EnrichmentConfig config, Neighbours neighbours, ModelStore store) {
        this.topics = topics;
        this.loop = loop;
        this.config = config;
        this.neighbours = neighbours;
        meanings = neighbours.meanings();
        texts = new ReferenceTexts(config.historyLimit(), neighbours);
        learning = new Learning(config, meanings);
        models = new SharedModels(learning, store);
    }

    void start(@Observes StartupEvent started, MeterRegistry meters) {
        // before the topics: what these models have learnt and the topics do not tell was erased
        models.follow();
        reading = List.of(topics.read(Topic.HISTORY, texts::history), topics.read(Topic.KNOWLEDGE, texts::knowledge));
        loop.start("learning", () -> {
            look();
            return Uni.createFrom().item(0);
        });
        meters.gauge("signalbox.classifier.drift", this, Classifier::drift);
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

    /**
     * Has a worker say what tickets are about: milliseconds for each text on which the model's first stage is not sure, so
     * never to be waited for while others wait for a lock. {@link #ready()} has completed before.
     */
    public Uni<Classified> classify(Collection<AnalysisPolicy> policies, List<Asked> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Classified.NOTHING);
        }
        Learnt now = learnt;
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> {
                    List<Learnt.Text> texts = asked.stream().map(Asked::text).toList();
                    return policies.stream()
                            .map(policy -> Classified.of(policy, texts, now.classify(policy, texts, meanings)))
                            .reduce(Classified.NOTHING, Classified::and);
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                // what comes next works with a connection that belongs to the caller's context
                .emitOn(caller == null ? Runnable::run : MutinyHelper.executor(caller));
    }

    /** A ticket to be classified, with what the customer wrote later. */
    public record Asked(Ticket ticket, List<String> replies) {

        Learnt.Text text() {
            String first = TicketAnalyzer.classifiedText(ticket);
            return new Learnt.Text(first, replies.isEmpty() ? first : first + "\n\n" + String.join("\n\n", replies));
        }
    }

    /** The model that is in use, or null before {@link #ready()}. */
    IntentModel model() {
        Learnt now = learnt;
        return now == null ? null : now.intents();
    }

    /** How far the confidences of the latest tickets are from those of unseen tickets of the history; 0..1 (N6). */
    private double drift() {
        Learnt now = learnt;
        return now == null ? Double.NaN : drift.from(now.intents().curve());
    }

    /** A ticket was classified for the first time, with this confidence. */
    public void classified(double confidence) {
        drift.add(confidence);
    }

    /** Learns as soon as possible, however little is new. */
    void learnNow() {
        learning.ask();
        lookedAtNanos = System.nanoTime() - config.learnEvery().toNanos();
    }

    /** Goes back to the model before, in every replica; false if there is none. {@link #ready()} has completed before. */
    Uni<Boolean> rollBack() {
        return models.takeBack().invoke(this::show);
    }

    /** The models that are kept, the live one first. */
    List<Trained> kept() {
        return learning.kept();
    }

    private synchronized void show() {
        learnt = new Learnt(learning.live(), neighbours);
    }

    /**
     * What it does.
     *
     * @param busy it indexes or learns
     * @param waiting tickets that no model has learnt yet
     */
    record Progress(boolean busy, int waiting) {}

    Progress progress() {
        ReferenceTexts.State now = texts.state();
        return new Progress(busy, learning.waiting(now.tickets()));
    }

    private void look() {
        if (System.nanoTime() - followedAtNanos >= FOLLOW.toNanos()) {
            followedAtNanos = System.nanoTime();
            if (models.follow() && learnt != null) {
                show();
            }
        }
        boolean due = learnt == null
                ? reading.stream().allMatch(ReferenceTopic::caughtUp)
                : System.nanoTime() - lookedAtNanos >= config.learnEvery().toNanos();
        if (!due) {
            return;
        }
        busy = true;
        try {
            index();
            if (learnt == null) {
                begin();
            }
            if (models.learn(indexed.tickets(), texts.erased())) {
                show();
            }
        } finally {
            lookedAtNanos = System.nanoTime();
            busy = false;
        }
    }

    /** With a stored model nobody waits for learning. */
    private void begin() {
        Set<String> learntBefore = new HashSet<>();
        learning.kept().forEach(trained -> learntBefore.addAll(trained.tickets().keySet()));
        SampleHistory.tickets().forEach(ticket -> learntBefore.remove(ticket.ticketId()));
        texts.erasedUnlessTold(learntBefore);
        if (learning.live() != null) {
            show();
        }
    }

    private void index() {
        if (learnt == null) {
            neighbours.complete();
        }
        if (texts.revision() != indexed.revision()) {
            indexed = texts.state();
        }
    }

    private static final class NotLearntYet extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

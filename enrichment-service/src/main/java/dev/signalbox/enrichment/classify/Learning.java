package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.EnrichmentConfig;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which model is live: learns a candidate when there is enough to learn, lets it go live if it is no worse than the live one
 * on what neither has seen, keeps the last ones. Learning happens in one thread; all else may come from any.
 */
final class Learning {

    private static final Logger LOG = Logger.getLogger(Learning.class);

    private static final int KEPT = 3;
    /** A history of fewer tickets is learnt with every change: that takes a second. */
    private static final int SMALL = 1000;

    private final EnrichmentConfig config;
    private final Meanings meanings;
    private final Deque<Trained> models = new ArrayDeque<>();
    private final Set<String> refused = new HashSet<>();
    private Map<String, LearntTicket> seen = Map.of();
    private volatile boolean asked;

    Learning(EnrichmentConfig config, Meanings meanings) {
        this.config = config;
        this.meanings = meanings;
    }

    /** A candidate, and whether it has become the live model. */
    record Attempt(Trained candidate, boolean live) {}

    /** Learns with the next look, however little is new. */
    void ask() {
        asked = true;
    }

    synchronized @Nullable IntentModel live() {
        return models.isEmpty() ? null : models.peekFirst().model();
    }

    /** The models that are kept, the live one first. */
    synchronized List<Trained> kept() {
        return new ArrayList<>(models);
    }

    /** Keeps what was learnt elsewhere; whether another model is live now. */
    synchronized boolean follow(List<Trained> told, Set<String> refusedVersions) {
        refused.addAll(refusedVersions);
        Trained before = models.peekFirst();
        Trained now = told.get(0);
        boolean news = models.stream().noneMatch(model -> version(model).equals(version(now)));
        models.clear();
        models.addAll(told);
        if (news) {
            seen = now.tickets();
        }
        return before == null || !version(before).equals(version(now));
    }

    /** Goes back to the model before; what was live does not come back by itself. False if it is not kept or the only one. */
    synchronized boolean takeBack(String version) {
        refused.add(version);
        return models.size() > 1 && models.removeIf(model -> version(model).equals(version));
    }

    /** How many tickets wait for the next model. */
    synchronized int waiting(Map<String, ResolvedTicket> told) {
        return changed(seen, withSample(told));
    }

    /** Whether there is enough to learn. Keeps no model but the live one that has learnt an erased ticket. */
    synchronized boolean due(Map<String, ResolvedTicket> own, Set<String> erased) {
        Trained live = models.peekFirst();
        models.removeIf(model -> model != live && model.learntOneOf(erased));
        int enough = seen.size() < SMALL ? 1 : config.learnAfter();
        return live == null || asked || live.learntOneOf(erased) || changed(seen, withSample(own)) >= enough;
    }

    /** Learns if there is enough to learn; null if there is not, or if what would come of it was refused before. */
    @Nullable
    Attempt learn(Map<String, ResolvedTicket> own, Set<String> erased) {
        Map<String, ResolvedTicket> told = withSample(own);
        Training training = new Training(told.values(), own.size() < config.embeddingFrom() ? null : meanings);
        Trained live;
        boolean forced;
        synchronized (this) {
            if (!due(own, erased)) {
                return null;
            }
            asked = false;
            seen = new HashMap<>();
            told.forEach((id, ticket) -> seen.put(id, LearntTicket.of(ticket)));
            live = models.peekFirst();
            forced = live == null || live.learntOneOf(erased);
            if (!forced && refused.contains(training.version())) {
                return null;
            }
        }
        Trained candidate = training.train();
        boolean goesLive = forced || candidate.mayReplace(live, told.values(), meanings);
        synchronized (this) {
            if (goesLive) {
                models.removeIf(
                        model -> model.learntOneOf(erased) || version(model).equals(version(candidate)));
                models.addFirst(candidate);
                while (models.size() > KEPT) {
                    models.removeLast();
                }
            } else {
                refused.add(version(candidate));
            }
        }
        LOG.infof(
                "learnt model=%s tickets=%d intents=%d accuracy=%.4f embedding=%s live=%s",
                version(candidate),
                told.size(),
                candidate.model().intents().size(),
                candidate.model().accuracy(),
                candidate.model().second() != null,
                goesLive);
        return new Attempt(candidate, goesLive);
    }

    private static String version(Trained trained) {
        return trained.model().version();
    }

    private static int changed(Map<String, LearntTicket> seen, Map<String, ResolvedTicket> told) {
        int gone =
                (int) seen.keySet().stream().filter(id -> !told.containsKey(id)).count();
        return gone
                + (int) told.values().stream()
                        .filter(ticket -> {
                            LearntTicket learnt = seen.get(ticket.ticketId());
                            return learnt == null || !learnt.is(ticket);
                        })
                        .count();
    }

    /** The tickets to be learnt: the shipped sample under few own ones. */
    Map<String, ResolvedTicket> withSample(Map<String, ResolvedTicket> own) {
        Collection<ResolvedTicket> all =
                own.size() < config.sampleUntil() ? SampleHistory.under(own.values()) : own.values();
        Map<String, ResolvedTicket> byId = new LinkedHashMap<>();
        all.forEach(ticket -> byId.put(ticket.ticketId(), ticket));
        return byId;
    }
}

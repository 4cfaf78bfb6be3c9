package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.EnrichmentConfig;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Which model is live: learns a candidate when there is enough to learn, lets it go live if it is no worse than the live one
 * on what neither has seen, keeps the last ones. Learning happens in one thread; {@link #rollBack()} may come from any.
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
    private Map<String, ResolvedTicket> seen = Map.of();
    private volatile boolean asked;

    Learning(EnrichmentConfig config, Meanings meanings) {
        this.config = config;
        this.meanings = meanings;
    }

    /** Learns with the next look, however little is new. */
    void ask() {
        asked = true;
    }

    synchronized IntentModel live() {
        return models.isEmpty() ? null : models.peekFirst().model();
    }

    /** Goes back to the model before; the one that was live does not come back by itself. */
    synchronized boolean rollBack() {
        if (models.size() < 2) {
            return false;
        }
        refused.add(models.removeFirst().model().version());
        return true;
    }

    /** How many tickets wait for the next model. */
    synchronized int waiting(Map<String, ResolvedTicket> told) {
        return changed(seen, withSample(told));
    }

    /** Learns if there is enough to learn; whether another model is live now. */
    boolean learn(Map<String, ResolvedTicket> own) {
        Map<String, ResolvedTicket> told = withSample(own);
        Trained live;
        boolean forgotten;
        synchronized (this) {
            live = models.peekFirst();
            forgotten = models.removeIf(model -> model != live && model.learntOneOf(told));
            forgotten |= live != null && live.learntOneOf(told);
            int enough = seen.size() < SMALL ? 1 : config.learnAfter();
            if (live != null && !asked && !forgotten && changed(seen, told) < enough) {
                return false;
            }
            asked = false;
            seen = told;
        }
        Trained candidate = new Training(told.values(), own.size() < config.embeddingFrom() ? null : meanings).train();
        boolean better = live == null || forgotten || candidate.mayReplace(live, meanings);
        boolean goesLive;
        synchronized (this) {
            goesLive =
                    forgotten || better && !refused.contains(candidate.model().version());
            if (goesLive) {
                models.removeIf(model -> model.learntOneOf(told)
                        || model.model().version().equals(candidate.model().version()));
                models.addFirst(candidate);
                while (models.size() > KEPT) {
                    models.removeLast();
                }
            }
        }
        LOG.infof(
                "learnt model=%s tickets=%d intents=%d accuracy=%.4f embedding=%s live=%s",
                candidate.model().version(),
                told.size(),
                candidate.model().intents().size(),
                candidate.model().accuracy(),
                candidate.model().second() != null,
                goesLive);
        return goesLive;
    }

    private static int changed(Map<String, ResolvedTicket> seen, Map<String, ResolvedTicket> told) {
        int gone =
                (int) seen.keySet().stream().filter(id -> !told.containsKey(id)).count();
        return gone
                + (int) told.values().stream()
                        .filter(ticket -> !ticket.equals(seen.get(ticket.ticketId())))
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

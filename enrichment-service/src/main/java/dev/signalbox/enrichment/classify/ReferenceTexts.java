package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.contracts.UnreadableRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Resolved tickets and articles as the topics {@code history} and {@code knowledge} tell them. Safe for several threads. */
final class ReferenceTexts {

    private final int most;
    private final Neighbours neighbours;
    private final Map<String, ResolvedTicket> tickets = new LinkedHashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final Set<String> erased = new HashSet<>();
    private long revision;

    /**
     * @param most tickets that are kept; the longest known ones are dropped first
     * @param neighbours is told everything at once
     */
    ReferenceTexts(int most, Neighbours neighbours) {
        this.most = most;
        this.neighbours = neighbours;
    }

    /**
     * All tickets of one moment.
     *
     * @param revision grows with every change
     */
    record State(long revision, Map<String, ResolvedTicket> tickets) {}

    void history(ConsumerRecord<String, byte[]> record) {
        ResolvedTicket ticket = record.value() == null ? null : HistoryFaults.check(record.value());
        synchronized (this) {
            tickets.remove(record.key());
            dropped.remove(record.key());
            if (ticket == null) {
                erased.add(record.key());
                neighbours.ticketGone(record.key());
            } else {
                erased.remove(record.key());
                tickets.put(record.key(), ticket);
                neighbours.told(ticket);
            }
            if (tickets.size() > most) {
                String eldest = tickets.keySet().iterator().next();
                tickets.remove(eldest);
                dropped.add(eldest);
                neighbours.ticketGone(eldest);
            }
            revision++;
        }
    }

    void knowledge(ConsumerRecord<String, byte[]> record) {
        KnowledgeArticle article = record.value() == null ? null : Json.decode(record.value(), KnowledgeArticle.class);
        if (article != null && (article.id() == null || article.title() == null)) {
            throw new UnreadableRecord("NOT_THE_CONTRACT", "An article needs /id and /title.", null);
        }
        if (article == null) {
            neighbours.articleGone(record.key());
        } else {
            neighbours.told(article);
        }
    }

    /**
     * Counts those of the tickets as erased that nobody tells any more: a topic forgets in time that it has forgotten. All
     * that was there when they were learnt was read before.
     */
    synchronized void erasedUnlessTold(Collection<String> learnt) {
        for (String id : learnt) {
            if (!tickets.containsKey(id) && !dropped.contains(id)) {
                erased.add(id);
            }
        }
    }

    /** Tickets that were erased, not those that were only dropped as too many. */
    synchronized Set<String> erased() {
        return new HashSet<>(erased);
    }

    synchronized long revision() {
        return revision;
    }

    synchronized State state() {
        return new State(revision, new LinkedHashMap<>(tickets));
    }
}

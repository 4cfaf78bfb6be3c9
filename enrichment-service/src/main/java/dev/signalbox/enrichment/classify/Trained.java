package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A model with what it was made of.
 *
 * @param tickets what it has learnt, by id
 * @param rightUnseen by id of tickets that were held back: whether its guess was right while it had not seen them; empty for
 *     one that was stored
 */
record Trained(IntentModel model, Map<String, LearntTicket> tickets, Map<String, Boolean> rightUnseen, Origin origin) {

    /** From so many recent tickets on, models are compared. */
    private static final int ENOUGH = 30;

    /** Whether it has learnt one of these tickets. */
    boolean learntOneOf(Collection<String> ids) {
        return !Collections.disjoint(tickets.keySet(), ids);
    }

    /** Whether it has not learnt a ticket, or with another intent. */
    private boolean notLearnt(ResolvedTicket ticket) {
        LearntTicket learnt = tickets.get(ticket.ticketId());
        return learnt == null || !learnt.intent().equals(ticket.intent());
    }

    /**
     * Whether it may replace another one: on the tickets that the other has not learnt, it is right as often, while neither
     * has seen them. On too few of them everything that is newer is better.
     *
     * @param told the tickets that it was learnt from
     */
    boolean mayReplace(Trained live, Collection<ResolvedTicket> told, Meanings meanings) {
        List<ResolvedTicket> recent = told.stream()
                .filter(ticket -> live.notLearnt(ticket) && rightUnseen.containsKey(ticket.ticketId()))
                .toList();
        if (recent.size() < ENOUGH || live.model().empty()) {
            return true;
        }
        List<IntentModel.Guess> guesses =
                live.model().guess(recent.stream().map(Training::text).toList(), meanings);
        int ofLive = 0;
        int own = 0;
        for (int at = 0; at < guesses.size(); at++) {
            ofLive += guesses.get(at).intent().name().equals(recent.get(at).intent()) ? 1 : 0;
            own += rightUnseen.get(recent.get(at).ticketId()) ? 1 : 0;
        }
        return own >= ofLive;
    }
}

package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.util.List;
import java.util.Map;

/**
 * A model with what it was made of.
 *
 * @param tickets what it has learnt, by id
 * @param rightUnseen by id of tickets that were held back: whether its guess was right while it had not seen them
 */
record Trained(IntentModel model, Map<String, ResolvedTicket> tickets, Map<String, Boolean> rightUnseen) {

    /** From so many recent tickets on, models are compared. */
    private static final int ENOUGH = 30;

    /** Whether it has learnt a ticket that is no longer told. */
    boolean learntOneOf(Map<String, ResolvedTicket> told) {
        return !told.keySet().containsAll(tickets.keySet());
    }

    /** Tickets that it has not learnt, or with another intent. */
    List<ResolvedTicket> notLearnt(Map<String, ResolvedTicket> told) {
        return told.values().stream()
                .filter(ticket -> {
                    ResolvedTicket learnt = tickets.get(ticket.ticketId());
                    return learnt == null || !learnt.intent().equals(ticket.intent());
                })
                .toList();
    }

    /**
     * Whether it may replace another one: on the tickets that the other has not learnt, it is right as often, while neither
     * has seen them. On too few of them everything that is newer is better.
     */
    boolean mayReplace(Trained live, Meanings meanings) {
        List<ResolvedTicket> recent = live.notLearnt(tickets).stream()
                .filter(ticket -> rightUnseen.containsKey(ticket.ticketId()))
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

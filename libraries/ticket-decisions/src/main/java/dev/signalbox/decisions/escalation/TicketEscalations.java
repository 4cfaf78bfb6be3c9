package dev.signalbox.decisions.escalation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that the escalation station keeps about one ticket.
 *
 * @param consumed keys of the signals that have taken effect
 * @param sequence of the last record on {@code escalations}
 */
public record TicketEscalations(
        String ticketId, TicketFacts facts, List<EscalationProgress> escalations, Set<String> consumed, long sequence) {

    public TicketEscalations {
        escalations = List.copyOf(escalations);
        consumed = java.util.Collections.unmodifiableSet(new TreeSet<>(consumed));
    }

    /** A ticket of which nothing is known yet. */
    public static TicketEscalations unknown(String ticketId) {
        return new TicketEscalations(ticketId, TicketFacts.NONE, List.of(), Set.of(), 0);
    }

    /** The same with other facts. */
    public TicketEscalations with(TicketFacts other) {
        return new TicketEscalations(ticketId, other, escalations, consumed, sequence);
    }
}

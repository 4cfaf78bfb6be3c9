package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import java.util.Objects;

/**
 * What a model remembers of a ticket that it has learnt: not its text.
 *
 * @param print of its texts, category and intent; another one means that the ticket was corrected
 */
record LearntTicket(String intent, int print) {

    static LearntTicket of(ResolvedTicket ticket) {
        return new LearntTicket(
                ticket.intent(), Objects.hash(ticket.subject(), ticket.body(), ticket.category(), ticket.intent()));
    }

    boolean is(ResolvedTicket ticket) {
        return equals(of(ticket));
    }
}

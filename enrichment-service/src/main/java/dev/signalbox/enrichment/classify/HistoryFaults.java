package dev.signalbox.enrichment.classify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.RecordShape;
import java.util.List;

/** What is wrong with a resolved ticket. */
final class HistoryFaults {

    /** Of a long text the beginning is kept: it says what the rest explains. */
    private static final int KEPT = 1000;

    private HistoryFaults() {}

    static List<Fault> of(JsonNode ticket) {
        return RecordShape.faults(ticket, ResolvedTicket.class);
    }

    /**
     * Reads a resolved ticket.
     *
     * @throws UnreadableRecord if it is not as agreed
     */
    static ResolvedTicket check(byte[] json) {
        List<Fault> faults = of(Json.tree(json));
        if (!faults.isEmpty()) {
            throw new UnreadableRecord(
                    "NOT_THE_CONTRACT",
                    "The field " + faults.get(0).pointer() + " " + faults.get(0).problem() + ".",
                    null);
        }
        ResolvedTicket ticket = Json.decode(json, ResolvedTicket.class);
        return ticket.body().length() <= KEPT
                ? ticket
                : new ResolvedTicket(
                        ticket.ticketId(),
                        ticket.subject(),
                        ticket.body().substring(0, KEPT),
                        ticket.category(),
                        ticket.intent(),
                        ticket.queue(),
                        ticket.resolvedBy(),
                        ticket.resolvedAt(),
                        ticket.language());
    }
}

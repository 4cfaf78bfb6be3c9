package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolved tickets t:0, t:1, ... of three intents that are easy to tell apart. */
final class NumberedTickets {

    private NumberedTickets() {}

    static Map<String, ResolvedTicket> numbered(int from, int to) {
        List<String> matters = List.of("the invoice has no VAT", "I forgot the password", "all pages are slow");
        Map<String, ResolvedTicket> tickets = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            String intent = "intent" + i % 3;
            String text = matters.get(i % 3) + " " + i;
            tickets.put("t:" + i, new ResolvedTicket("t:" + i, "", text, "C", intent, null, null, null, null));
        }
        return tickets;
    }
}

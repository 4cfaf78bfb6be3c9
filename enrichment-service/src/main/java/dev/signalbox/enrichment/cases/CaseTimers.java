package dev.signalbox.enrichment.cases;

import dev.signalbox.timers.Timer;
import java.time.Instant;

/** The timers of one ticket. */
record CaseTimers(String ticketId) {

    /** Activity has waited for its ticket long enough. */
    static final String UNKNOWN_TICKET = "UNKNOWN_TICKET";

    /** An external deadline is as near as the policy says. */
    static final String DEADLINE = "DEADLINE";

    private static final String NO_PAYLOAD = "{}";

    String unknownTicketKey() {
        return UNKNOWN_TICKET + ":" + ticketId;
    }

    Timer unknownTicket(Instant dueAt) {
        return new Timer(unknownTicketKey(), ticketId, UNKNOWN_TICKET, dueAt, NO_PAYLOAD);
    }

    Timer deadline(Instant dueAt) {
        return new Timer(DEADLINE + ":" + ticketId, ticketId, DEADLINE, dueAt, NO_PAYLOAD);
    }
}

package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.TicketStatus;

/** Where a ticket stands as far as clocks care. */
public enum Standing {
    /** Went into another ticket; nothing runs any more, whatever comes. */
    MERGED,
    /** Solved or closed. */
    DONE,
    /** Anything else. */
    OPEN;

    static Standing of(TicketStatus status) {
        return status == TicketStatus.SOLVED || status == TicketStatus.CLOSED ? DONE : OPEN;
    }
}

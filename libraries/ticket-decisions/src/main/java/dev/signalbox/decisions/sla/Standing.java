package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.TicketStatus;

/** Where a ticket stands as far as clocks care. */
public enum Standing {
    /** Went into another ticket; nothing runs any more, whatever comes. */
    MERGED,
    /** Solved or closed. */
    DONE,
    /** The customer is asked for something: RESOLUTION and NEXT_RESPONSE stand still (P9). */
    WAITING,
    /** Anything else. */
    OPEN;

    static Standing of(TicketStatus status) {
        return switch (status) {
            case SOLVED, CLOSED -> DONE;
            case PENDING -> WAITING;
            case NEW, OPEN, ON_HOLD -> OPEN;
        };
    }
}

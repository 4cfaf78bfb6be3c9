package dev.signalbox.contracts;

/** Where a ticket stands in its helpdesk. */
public enum TicketStatus {
    NEW,
    OPEN,
    PENDING,
    ON_HOLD,
    SOLVED,
    CLOSED
}

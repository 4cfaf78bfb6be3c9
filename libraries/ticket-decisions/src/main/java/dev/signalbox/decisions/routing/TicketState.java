package dev.signalbox.decisions.routing;

/** Everything routing keeps of a ticket, apart from its case file. */
public record TicketState(String ticketId, Heard heard, Ownership ownership, Standing standing) {

    public static TicketState unknown(String ticketId) {
        return new TicketState(ticketId, Heard.NOTHING, Ownership.NONE, Standing.NEW);
    }

    public TicketState with(Heard now) {
        return new TicketState(ticketId, now, ownership, standing);
    }

    public TicketState with(Ownership now) {
        return new TicketState(ticketId, heard, now, standing);
    }

    public TicketState with(Standing now) {
        return new TicketState(ticketId, heard, ownership, now);
    }
}

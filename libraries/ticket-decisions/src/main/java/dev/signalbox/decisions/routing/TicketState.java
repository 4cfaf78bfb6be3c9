package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.decisions.routing.queue.Queued;
import org.jspecify.annotations.Nullable;

/**
 * Everything routing keeps of a ticket, apart from its case file.
 *
 * @param queued its place in the queue while it waits for an owner, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketState(
        String ticketId,
        Heard heard,
        Ownership ownership,
        Standing standing,
        @Nullable Queued queued) {

    public static TicketState unknown(String ticketId) {
        return new TicketState(ticketId, Heard.NOTHING, Ownership.NONE, Standing.NEW, null);
    }

    public TicketState with(Heard now) {
        return new TicketState(ticketId, now, ownership, standing, queued);
    }

    TicketState with(@Nullable Queued now) {
        return new TicketState(ticketId, heard, ownership, standing, now);
    }

    public TicketState with(Ownership now) {
        return new TicketState(ticketId, heard, now, standing, queued);
    }

    public TicketState with(Standing now) {
        return new TicketState(ticketId, heard, ownership, now, queued);
    }
}

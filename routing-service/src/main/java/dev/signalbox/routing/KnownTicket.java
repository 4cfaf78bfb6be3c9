package dev.signalbox.routing;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.decisions.routing.TicketState;
import java.time.Instant;

/**
 * A ticket as it is stored, with what this transaction has heard of it.
 *
 * @param file null before the first version has arrived
 * @param counted the agent whose capacity it uses, or null
 * @param wakeAt when it is to be looked at again, or null
 * @param changed the state is no longer the stored one
 * @param fresh the file is no longer the stored one
 */
record KnownTicket(TicketState state, CaseFile file, String counted, Instant wakeAt, boolean changed, boolean fresh) {

    static KnownTicket unknown(String ticketId) {
        return new KnownTicket(TicketState.unknown(ticketId), null, null, null, true, false);
    }

    KnownTicket with(TicketState now) {
        return now.equals(state) ? this : new KnownTicket(now, file, counted, wakeAt, true, fresh);
    }

    KnownTicket with(CaseFile newest) {
        return new KnownTicket(state, newest, counted, wakeAt, changed, true);
    }
}

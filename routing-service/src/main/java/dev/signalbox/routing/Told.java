package dev.signalbox.routing;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.decisions.routing.Commands;
import dev.signalbox.decisions.routing.Draft;
import dev.signalbox.decisions.routing.Heard;
import dev.signalbox.decisions.routing.Roster;
import java.util.function.UnaryOperator;

/**
 * One record, decoded.
 *
 * @param action what the watchdog asks for, or null
 */
record Told(String ticketId, UnaryOperator<KnownTicket> hearing, SlaAction action) {

    Told {
        if (ticketId == null || ticketId.isBlank()) {
            throw new UnreadableRecord("NO_TICKET", "The record names no ticket.", null);
        }
    }

    static Told scored(CaseFile file) {
        return new Told(
                file.ticket().id(),
                ticket -> {
                    Heard heard = ticket.state().heard();
                    return file.version() <= heard.version()
                            ? ticket
                            : ticket.with(file).with(ticket.state().with(heard.version(file.version())));
                },
                null);
    }

    static Told activity(Activity activity) {
        return heard(activity.ticketId(), heard -> heard.activity(activity));
    }

    static Told clock(ClockChange change) {
        return heard(change.ticketId(), heard -> heard.clock(change));
    }

    static Told escalation(Escalation change) {
        return heard(change.ticketId(), heard -> heard.escalation(change));
    }

    static Told action(SlaAction action) {
        return new Told(action.ticketId(), ticket -> ticket, action);
    }

    Draft ask(Draft draft, Roster roster) {
        return action == null ? draft : new Commands(roster).act(draft, action);
    }

    private static Told heard(String ticketId, UnaryOperator<Heard> hearing) {
        return new Told(
                ticketId,
                ticket -> ticket.with(
                        ticket.state().with(hearing.apply(ticket.state().heard()))),
                null);
    }
}

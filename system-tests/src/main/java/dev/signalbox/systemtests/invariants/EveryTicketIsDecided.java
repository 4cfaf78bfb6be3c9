package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Routing;
import java.util.Set;

/** Every accepted ticket has a routing decision, or lies in quarantine. */
final class EveryTicketIsDecided implements Invariant {

    @Override
    public String violation() {
        return "accepted but not decided";
    }

    @Override
    public void check(History history, Violations violations) {
        Set<String> decided =
                history.firsts(Topic.TICKETS_ROUTED, Routing.class).keySet();
        QuarantineIndex quarantine = new QuarantineIndex(history);
        history.accepted().stream()
                .filter(accepted -> accepted.kind() == Accepted.Kind.TICKET)
                .filter(accepted -> !decided.contains(accepted.ticketId()))
                .filter(accepted -> !quarantine.hasTicket(accepted.ticketId()) && !quarantine.hasRecord(accepted))
                .map(Accepted::ticketId)
                .distinct()
                .forEach(violations::add);
    }
}

package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.Escalated;
import dev.signalbox.systemtests.history.History;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A ticket that the watchdog wants escalated has an escalation. One that was solved meanwhile need not have: the two
 * topics are not ordered between each other.
 */
final class EscalationsFollowActions implements Invariant {

    @Override
    public String violation() {
        return "escalations asked for but not opened";
    }

    @Override
    public void check(History history, Violations violations) {
        Set<String> escalated =
                history.firsts(Topic.ESCALATIONS, Escalated.class).keySet();
        Set<String> solved = history.accepted().stream()
                .filter(accepted -> accepted.activity() == ActivityKind.SOLVED)
                .map(Accepted::ticketId)
                .collect(Collectors.toSet());
        history.of(Topic.SLA_ACTIONS, SlaAction.class).stream()
                .filter(said -> said.content().action() == SlaActionKind.ESCALATE)
                .map(said -> said.content().ticketId())
                .distinct()
                .filter(ticketId -> !escalated.contains(ticketId) && !solved.contains(ticketId))
                .forEach(violations::add);
    }
}

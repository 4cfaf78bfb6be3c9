package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Routing;
import dev.signalbox.systemtests.history.Said;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A ticket has one owner: {@code assignmentEpoch} never falls, every new owner raises it, so one epoch names one agent;
 * only a ticket that is assigned has an owner.
 */
final class OneOwnerAtATime implements Invariant {

    @Override
    public String violation() {
        return "two owners at once";
    }

    @Override
    public void check(History history, Violations violations) {
        history.firsts(Topic.TICKETS_ROUTED, Routing.class).values().forEach(of -> check(of, violations));
    }

    private static void check(List<Said<Routing>> ofTicket, Violations violations) {
        String owner = null;
        long epoch = 0;
        for (Said<Routing> said : inSequence(ofTicket)) {
            Routing routing = said.content();
            boolean newOwner = routing.agentId() != null && !Objects.equals(routing.agentId(), owner);
            if (routing.assignmentEpoch() < epoch) {
                violations.add(said.place() + " falls from epoch " + epoch + " to " + routing.assignmentEpoch());
            } else if (newOwner && routing.assignmentEpoch() == epoch) {
                violations.add(said.place() + " gives epoch " + epoch + " to " + routing.agentId() + " after " + owner);
            } else if (routing.agentId() != null && !routing.occupies()) {
                violations.add(said.place() + " is " + routing.decision() + " and has the owner " + routing.agentId());
            }
            epoch = Math.max(epoch, routing.assignmentEpoch());
            owner = routing.agentId() == null ? owner : routing.agentId();
        }
    }

    static List<Said<Routing>> inSequence(List<Said<Routing>> ofTicket) {
        return ofTicket.stream()
                .sorted(Comparator.comparingLong(Said::sequence))
                .toList();
    }
}

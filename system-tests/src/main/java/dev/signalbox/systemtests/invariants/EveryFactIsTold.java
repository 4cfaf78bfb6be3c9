package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.Fact;
import dev.signalbox.systemtests.history.History;
import java.util.Set;
import java.util.stream.Collectors;

/** Every accepted activity is on {@code tickets.activity}, or lies in quarantine. */
final class EveryFactIsTold implements Invariant {

    private record Key(String ticketId, String activityId) {}

    @Override
    public String violation() {
        return "accepted activity not told";
    }

    @Override
    public void check(History history, Violations violations) {
        Set<Key> told = history.of(Topic.TICKETS_ACTIVITY, Fact.class).stream()
                .map(said -> new Key(said.key(), said.content().activityId()))
                .collect(Collectors.toSet());
        QuarantineIndex quarantine = new QuarantineIndex(history);
        history.accepted().stream()
                .filter(accepted -> accepted.kind() == Accepted.Kind.ACTIVITY)
                .filter(accepted -> !quarantine.hasRecord(accepted))
                .map(accepted -> new Key(accepted.ticketId(), accepted.factId()))
                .distinct()
                .filter(key -> !told.contains(key))
                .forEach(key -> violations.add(key.ticketId() + " " + key.activityId()));
    }
}

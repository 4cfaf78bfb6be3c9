package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Said;
import java.util.HashMap;
import java.util.Map;

/** However often an event is repeated, one {@code ce_id} has one key and one content. */
final class OneIdOneContent implements Invariant {

    private record Id(Topic topic, String id) {}

    @Override
    public String violation() {
        return "one ce_id with two contents";
    }

    @Override
    public void check(History history, Violations violations) {
        Map<Id, Said<?>> firsts = new HashMap<>();
        for (Said<?> said : history.records()) {
            Said<?> first = firsts.putIfAbsent(new Id(said.topic(), said.id()), said);
            if (first != null
                    && !(first.digest().equals(said.digest()) && first.key().equals(said.key()))) {
                violations.add(said.id() + ": " + first.place() + " and " + said.place());
            }
        }
    }
}

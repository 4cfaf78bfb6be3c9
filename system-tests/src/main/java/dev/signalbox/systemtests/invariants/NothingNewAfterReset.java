package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Said;
import java.util.HashSet;
import java.util.Set;

/** Reading everything once more from the beginning repeats events at most; it never makes a new one. */
final class NothingNewAfterReset implements Invariant {

    private record Id(Topic topic, String id) {}

    @Override
    public String violation() {
        return "new effects after the reset";
    }

    @Override
    public void check(History history, Violations violations) {
        Set<Id> before = new HashSet<>();
        history.records().stream()
                .filter(said -> !said.afterReset())
                .forEach(said -> before.add(new Id(said.topic(), said.id())));
        history.records().stream()
                .filter(said -> said.afterReset() && !before.contains(new Id(said.topic(), said.id())))
                .map(Said::place)
                .forEach(violations::add);
    }
}

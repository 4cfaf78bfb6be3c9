package dev.signalbox.watchdog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outcomes of a batch until it is committed; an attempt that is repeated counts once. */
final class Outcomes {

    private final Map<List<Object>, LevelOutcome> outcomes = new LinkedHashMap<>();

    void add(Collection<LevelOutcome> decided) {
        decided.forEach(outcome -> outcomes.put(key(outcome), outcome));
    }

    Collection<LevelOutcome> all() {
        return outcomes.values();
    }

    private static List<Object> key(LevelOutcome outcome) {
        return List.of(outcome.ticketId(), outcome.clock(), outcome.cycle(), outcome.level(), outcome.outcome());
    }
}

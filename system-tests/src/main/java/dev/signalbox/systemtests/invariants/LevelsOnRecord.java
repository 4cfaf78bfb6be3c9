package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Said;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The levels for which an effect or a suppression is on record. */
final class LevelsOnRecord {

    private final Set<LevelKey> levels = new HashSet<>();
    private final Set<LevelKey> inCycle = new HashSet<>();

    /** @param counts which changes of a level decide it */
    LevelsOnRecord(History history, Predicate<ClockChange> counts) {
        history.of(Topic.SLA_ACTIONS, SlaAction.class).stream()
                .map(Said::content)
                .map(LevelKey::of)
                .forEach(this::add);
        history.of(Topic.SLA_CLOCKS, ClockChange.class).stream()
                .map(Said::content)
                .filter(change -> change.level() != null && counts.test(change))
                .map(LevelKey::of)
                .forEach(this::add);
    }

    /** Whether the level was decided in its cycle, by whatever the clock of that cycle was thought to be started then. */
    boolean inItsCycle(LevelKey level) {
        return inCycle.contains(level.inCycle());
    }

    /** Whether it was decided for the same message in a cycle that fits. */
    boolean inCycleThat(LevelKey level, Predicate<LevelKey> fits) {
        return level.startedBy() != null
                && levels.stream()
                        .anyMatch(one -> one.ticketId().equals(level.ticketId())
                                && one.clock() == level.clock()
                                && one.level() == level.level()
                                && Objects.equals(one.startedBy(), level.startedBy())
                                && fits.test(one));
    }

    private void add(LevelKey level) {
        levels.add(level);
        inCycle.add(level.inCycle());
    }
}

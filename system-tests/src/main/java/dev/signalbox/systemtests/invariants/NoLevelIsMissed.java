package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Said;
import dev.signalbox.systemtests.history.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every scored ticket has its clocks. Every level that fell due on a running clock, and every level that was fired, has an
 * effect or a recorded suppression.
 */
final class NoLevelIsMissed implements Invariant {

    private static final Set<String> COMES_AGAIN = Set.of("STALE_REVISION", "PAUSED");

    private final List<Integer> levels;

    NoLevelIsMissed(List<Integer> levels) {
        this.levels = List.copyOf(levels);
    }

    @Override
    public String violation() {
        return "levels missed";
    }

    @Override
    public void check(History history, Violations violations) {
        Map<ClockHistory.Key, ClockHistory> clocks = ClockHistory.of(history);
        Map<String, Instant> knownAt = knownAt(history);
        LevelsOnRecord recorded = new LevelsOnRecord(history, change -> true);
        // the level of an outdated revision or of a paused clock comes again, so its suppression decides nothing
        LevelsOnRecord decided = new LevelsOnRecord(history, change -> !COMES_AGAIN.contains(change.cause()));
        for (String ticketId : knownAt.keySet()) {
            for (ClockKind kind : List.of(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION)) {
                violations.addIf(
                        !clocks.containsKey(new ClockHistory.Key(ticketId, kind, 1)),
                        ticketId + " has no " + kind + " clock");
            }
        }
        // a run whose cycle has become another's took what was decided along
        Predicate<LevelKey> moved = level -> {
            ClockHistory now = clocks.get(new ClockHistory.Key(level.ticketId(), level.clock(), level.cycle()));
            return now == null || !Objects.equals(now.startedBy(), level.startedBy());
        };
        clocks.forEach((key, clock) -> {
            Instant known = knownAt.getOrDefault(key.ticketId(), Instant.MIN);
            for (int level : levels) {
                Instant dueAt = clock.dueAt(level, known, history.quietAt());
                LevelKey wanted = new LevelKey(key.ticketId(), key.clock(), key.cycle(), clock.startedBy(), level);
                violations.addIf(
                        dueAt != null && !decided.inItsCycle(wanted) && !decided.inCycleThat(wanted, moved),
                        wanted + " was due at " + dueAt);
            }
        });
        history.of(Topic.SLA_TIMERS, SlaTimer.class).stream()
                .map(said -> LevelKey.of(said.content()))
                .distinct()
                .filter(fired -> !recorded.inItsCycle(fired) && !recorded.inCycleThat(fired, any -> true))
                .forEach(fired -> violations.add(fired + " was fired and not decided"));
    }

    private static Map<String, Instant> knownAt(History history) {
        Map<String, Instant> knownAt = new HashMap<>();
        for (Said<Version> said : history.of(Topic.TICKETS_SCORED, Version.class)) {
            knownAt.merge(said.key(), said.content().asOf(), (one, other) -> one.isBefore(other) ? one : other);
        }
        return knownAt;
    }
}

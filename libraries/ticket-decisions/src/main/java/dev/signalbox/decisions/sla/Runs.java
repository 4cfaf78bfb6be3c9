package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The clocks of one ticket while its facts are folded. At most one of a kind is owed at a time. */
final class Runs {

    private final Map<ClockKind, ClockRun> latest = new EnumMap<>(ClockKind.class);
    private final Map<ClockKind, Integer> cycles = new EnumMap<>(ClockKind.class);
    private final List<ClockRun> all = new ArrayList<>();

    int nextCycle(ClockKind kind) {
        return cycles.merge(kind, 1, Integer::sum);
    }

    void add(ClockRun run) {
        latest.put(run.kind(), run);
        all.add(run);
    }

    boolean owed(ClockKind kind) {
        ClockRun run = latest.get(kind);
        return run != null && run.owed();
    }

    void forEachOwed(Consumer<ClockRun> change) {
        forEachOwed(kind -> true, change);
    }

    void forEachOwed(Predicate<ClockKind> of, Consumer<ClockRun> change) {
        latest.values().stream()
                .filter(run -> run.owed() && of.test(run.kind()))
                .forEach(change);
    }

    List<Clock> clocks() {
        return all.stream().map(ClockRun::clock).toList();
    }
}

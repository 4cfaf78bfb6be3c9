package dev.signalbox.systemtests.accounting;

import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.chaos.Kill;
import dev.signalbox.systemtests.figures.Figures;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.invariants.LevelKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long after its moment a level was acted on, in milliseconds, while nobody was away and while somebody was.
 *
 * @param disturbed during a kill and the time of recovery after it
 */
record Lateness(List<Double> calm, List<Double> disturbed) {

    private static final Duration RECOVERY = Duration.ofSeconds(10);

    static Lateness of(History history, List<Kill> kills) {
        Map<LevelKey, List<SlaTimer>> timers = new HashMap<>();
        history.of(Topic.SLA_TIMERS, SlaTimer.class)
                .forEach(said -> timers.computeIfAbsent(LevelKey.of(said.content()), level -> new ArrayList<>())
                        .add(said.content()));
        Map<LevelKey, SlaAction> actions = new HashMap<>();
        history.of(Topic.SLA_ACTIONS, SlaAction.class)
                .forEach(said -> actions.putIfAbsent(LevelKey.of(said.content()), said.content()));
        List<Double> calm = new ArrayList<>();
        List<Double> disturbed = new ArrayList<>();
        actions.forEach((level, action) -> timers.getOrDefault(level, List.of()).stream()
                .filter(timer -> !timer.firedAt().isAfter(action.at()))
                .max(Comparator.comparing(SlaTimer::firedAt))
                .ifPresent(timer -> {
                    Instant due = timer.dueAt();
                    boolean away = kills.stream()
                            .anyMatch(kill -> kill.disturbs(due, RECOVERY) || kill.disturbs(action.at(), RECOVERY));
                    (away ? disturbed : calm)
                            .add((double) Duration.between(due, action.at()).toMillis());
                }));
        return new Lateness(calm, disturbed);
    }

    /** One line for each. */
    List<String> lines() {
        return List.of(line("nobody was away", calm), line("after a kill", disturbed));
    }

    private static String line(String when, List<Double> millis) {
        double[] values = millis.stream().mapToDouble(Double::doubleValue).toArray();
        return String.format(
                Locale.ROOT,
                "%-18s %7d levels acted on, late by p50 %.0f ms, p99 %.0f ms",
                when,
                values.length,
                Figures.percentile(values, 50),
                Figures.percentile(values, 99));
    }
}

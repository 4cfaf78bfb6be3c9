package dev.signalbox.systemtests.accounting;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.chaos.Kill;
import dev.signalbox.systemtests.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long after its moment a level was acted on, while nobody was away and while somebody was.
 *
 * @param calm sorted
 * @param disturbed sorted: during a kill and the time of recovery after it
 */
record Lateness(List<Duration> calm, List<Duration> disturbed) {

    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final int WHOLE = 100;

    private record Level(String ticketId, ClockKind clock, int cycle, int level) {}

    static Lateness of(History history, List<Kill> kills) {
        Map<Level, List<SlaTimer>> timers = new HashMap<>();
        history.of(Topic.SLA_TIMERS, SlaTimer.class).forEach(said -> {
            SlaTimer timer = said.content();
            timers.computeIfAbsent(
                            new Level(timer.ticketId(), timer.clock(), timer.cycle(), timer.level()),
                            level -> new ArrayList<>())
                    .add(timer);
        });
        Map<Level, SlaAction> actions = new HashMap<>();
        history.of(Topic.SLA_ACTIONS, SlaAction.class).forEach(said -> {
            SlaAction action = said.content();
            actions.putIfAbsent(new Level(action.ticketId(), action.clock(), action.cycle(), action.level()), action);
        });
        List<Duration> calm = new ArrayList<>();
        List<Duration> disturbed = new ArrayList<>();
        actions.forEach((level, action) -> timers.getOrDefault(level, List.of()).stream()
                .filter(timer -> !timer.firedAt().isAfter(action.at()))
                .max(Comparator.comparing(SlaTimer::firedAt))
                .ifPresent(timer -> {
                    Instant due = timer.dueAt();
                    boolean away = kills.stream()
                            .anyMatch(kill -> kill.disturbs(due, RECOVERY) || kill.disturbs(action.at(), RECOVERY));
                    (away ? disturbed : calm).add(Duration.between(due, action.at()));
                }));
        calm.sort(Comparator.naturalOrder());
        disturbed.sort(Comparator.naturalOrder());
        return new Lateness(calm, disturbed);
    }

    /** One line for each. */
    List<String> lines() {
        return List.of(line("nobody was away", calm), line("after a kill", disturbed));
    }

    private static String line(String when, List<Duration> sorted) {
        return String.format(
                Locale.ROOT,
                "%-18s %7d levels acted on, late by p50 %s, p99 %s",
                when,
                sorted.size(),
                percentile(sorted, WHOLE / 2),
                percentile(sorted, WHOLE - 1));
    }

    private static String percentile(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return "-";
        }
        int place = (int) Math.ceil(sorted.size() * percent / (double) WHOLE) - 1;
        return sorted.get(place).toMillis() + " ms";
    }
}

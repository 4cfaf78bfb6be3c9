package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A change of a clock that has to be told.
 *
 * @param clock as it is after everything that is told with this change
 */
public record ClockUpdate(Clock clock, ClockStep step) {

    private record Key(ClockKind kind, int cycle) {}

    /**
     * What has to be told when facts have turned the clocks into others. Usually the new steps; where a late fact has
     * changed the past, one correction for each clock that came out differently; first what never was, so that who keeps one
     * deadline of each kind is left with what runs.
     *
     * @param at the moment of a correction
     */
    public static List<ClockUpdate> between(List<Clock> told, List<Clock> current, Instant at) {
        var known = told.stream().collect(Collectors.toMap(ClockUpdate::key, Function.identity()));
        Set<Key> remaining = current.stream().map(ClockUpdate::key).collect(Collectors.toSet());
        List<ClockUpdate> updates = new ArrayList<>();
        told.stream()
                .filter(clock -> clock.owed() && !remaining.contains(key(clock)))
                .forEach(clock -> updates.add(withdrawn(clock, at)));
        for (Clock clock : current) {
            Clock earlier = known.get(key(clock));
            if (earlier == null) {
                clock.steps().forEach(step -> updates.add(new ClockUpdate(clock, step)));
            } else {
                addSince(earlier, clock, at, updates);
            }
        }
        return updates;
    }

    private static void addSince(Clock earlier, Clock clock, Instant at, List<ClockUpdate> updates) {
        int known = earlier.steps().size();
        if (known <= clock.steps().size()
                && clock.steps().subList(0, known).equals(earlier.steps())
                && Objects.equals(earlier.startedBy(), clock.startedBy())) {
            clock.steps()
                    .subList(known, clock.steps().size())
                    .forEach(step -> updates.add(new ClockUpdate(clock, step)));
        } else if (!sameOutcome(earlier, clock)) {
            updates.add(corrected(earlier, clock, at));
        }
    }

    private static boolean sameOutcome(Clock earlier, Clock clock) {
        return earlier.state() == clock.state()
                && earlier.dueAt().equals(clock.dueAt())
                && earlier.startedAt().equals(clock.startedAt())
                && earlier.pauses().equals(clock.pauses())
                && Objects.equals(earlier.pausedAt(), clock.pausedAt())
                && Objects.equals(earlier.endedAt(), clock.endedAt())
                && Objects.equals(earlier.startedBy(), clock.startedBy());
    }

    private static ClockUpdate corrected(Clock earlier, Clock clock, Instant at) {
        ClockStep last = clock.steps().get(clock.steps().size() - 1);
        ClockEvent event = switch (clock.state()) {
            case RUNNING -> started(earlier);
            case PAUSED -> ClockEvent.PAUSED;
            case FULFILLED -> ClockEvent.FULFILLED;
            case CANCELLED -> ClockEvent.CANCELLED;
            case SILENT -> ClockEvent.SUPPRESSED;
        };
        return new ClockUpdate(
                clock,
                new ClockStep(
                        clock.endedAt() == null ? at : clock.endedAt(),
                        event,
                        clock.owed() ? ClockCause.HISTORY_REVISED : last.cause(),
                        earlier.dueAt(),
                        clock.dueAt(),
                        clock.elapsedAt(at),
                        clock.remainingAt(at),
                        clock.owed() ? last.tightenedBy() : null,
                        last.policyVersion(),
                        null));
    }

    private static ClockEvent started(Clock earlier) {
        return switch (earlier.state()) {
            case RUNNING -> ClockEvent.RETARGETED;
            case PAUSED -> ClockEvent.RESUMED;
            case FULFILLED, CANCELLED, SILENT -> ClockEvent.ACTIVATED;
        };
    }

    private static ClockUpdate withdrawn(Clock clock, Instant at) {
        ClockStep step = new ClockStep(
                at,
                ClockEvent.CANCELLED,
                ClockCause.HISTORY_REVISED,
                clock.dueAt(),
                clock.dueAt(),
                clock.elapsedAt(at),
                clock.remainingAt(at),
                null,
                clock.policyVersion(),
                null);
        Clock cancelled = new Clock(
                clock.kind(),
                clock.cycle(),
                ClockState.CANCELLED,
                clock.startedAt(),
                clock.promisedAt(),
                clock.dueAt(),
                at,
                null,
                clock.pauses(),
                clock.calendar(),
                clock.workCalendar(),
                clock.startedBy(),
                List.of(step));
        return new ClockUpdate(cancelled, step);
    }

    private static Key key(Clock clock) {
        return new Key(clock.kind(), clock.cycle());
    }
}

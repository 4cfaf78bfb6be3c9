package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Escalated;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The watchdog of a synthetic run: FIRST_RESPONSE of 60 s and RESOLUTION of 120 s, every level decided at its moment. */
final class SyntheticClocks {

    private static final Map<ClockKind, Duration> TARGETS =
            Map.of(ClockKind.FIRST_RESPONSE, Duration.ofSeconds(60), ClockKind.RESOLUTION, Duration.ofSeconds(120));

    private record Name(String ticketId, ClockKind kind) {}

    private static final class Running {
        private final Name name;
        private final int cycle;
        private final Instant startedAt;
        private final Instant dueAt;
        private int decided;

        Running(Name name, int cycle, Instant startedAt) {
            this.name = name;
            this.cycle = cycle;
            this.startedAt = startedAt;
            this.dueAt = startedAt.plus(TARGETS.get(name.kind()));
        }

        Instant dueAt(int level) {
            return startedAt.plus(TARGETS.get(name.kind()).multipliedBy(level).dividedBy(100));
        }
    }

    private final Recorder recorder;
    private final Map<Name, Running> running = new LinkedHashMap<>();
    private final Map<Name, Integer> cycles = new HashMap<>();

    SyntheticClocks(Recorder recorder) {
        this.recorder = recorder;
    }

    void start(String ticketId, Instant at) {
        start(new Name(ticketId, ClockKind.FIRST_RESPONSE), at);
        start(new Name(ticketId, ClockKind.RESOLUTION), at);
    }

    void answered(String ticketId, Instant at) {
        end(new Name(ticketId, ClockKind.FIRST_RESPONSE), at, ClockEvent.FULFILLED, "AGENT_REPLIED");
    }

    void solved(String ticketId, Instant at) {
        end(new Name(ticketId, ClockKind.FIRST_RESPONSE), at, ClockEvent.CANCELLED, "SOLVED");
        end(new Name(ticketId, ClockKind.RESOLUTION), at, ClockEvent.FULFILLED, "SOLVED");
    }

    void reopened(String ticketId, Instant at) {
        start(new Name(ticketId, ClockKind.RESOLUTION), at);
    }

    void runUntil(Instant moment) {
        List.copyOf(running.values()).forEach(clock -> decideUntil(clock, moment));
    }

    private void start(Name name, Instant at) {
        Running clock = new Running(name, cycles.merge(name, 1, Integer::sum), at);
        running.put(name, clock);
        change(clock, at, ClockEvent.ACTIVATED, "SCORED", null);
    }

    private void end(Name name, Instant at, ClockEvent how, String cause) {
        Running clock = running.remove(name);
        if (clock != null) {
            decideUntil(clock, at);
            change(clock, at, how, cause, null);
        }
    }

    private void decideUntil(Running clock, Instant moment) {
        for (int level : SyntheticRun.LEVELS) {
            if (level > clock.decided && clock.dueAt(level).isBefore(moment)) {
                clock.decided = level;
                decide(clock, level);
            }
        }
    }

    private void decide(Running clock, int level) {
        Instant due = clock.dueAt(level);
        String ticketId = clock.name.ticketId();
        long fired = recorder.next(Topic.SLA_TIMERS, ticketId);
        recorder.say(
                Topic.SLA_TIMERS,
                ticketId,
                fired,
                new SlaTimer(
                        ticketId,
                        fired,
                        due,
                        clock.name.kind(),
                        clock.cycle,
                        level,
                        due,
                        due,
                        Duration.ZERO,
                        1,
                        1,
                        null,
                        null));
        if (level == 50) {
            change(clock, due, ClockEvent.SUPPRESSED, "ACCEPTED", level);
            return;
        }
        if (level == 100) {
            change(clock, due, ClockEvent.BREACHED, "BREACHED", level);
        }
        long asked = recorder.next(Topic.SLA_ACTIONS, ticketId);
        SlaActionKind kind = level == 75 ? SlaActionKind.WARN : SlaActionKind.ESCALATE;
        recorder.say(
                Topic.SLA_ACTIONS,
                ticketId,
                asked,
                new SlaAction(
                        ticketId,
                        asked,
                        due,
                        kind,
                        clock.name.kind(),
                        clock.cycle,
                        level,
                        1,
                        "DUE",
                        level < 100,
                        null,
                        null,
                        null));
        if (kind == SlaActionKind.ESCALATE) {
            long told = recorder.next(Topic.ESCALATIONS, ticketId);
            EscalationChange change = told == 1 ? EscalationChange.OPENED : EscalationChange.JOINED;
            recorder.say(Topic.ESCALATIONS, ticketId, told, new Escalated(ticketId + "-e1", change));
        }
    }

    private void change(Running clock, Instant at, ClockEvent kind, String cause, Integer level) {
        String ticketId = clock.name.ticketId();
        long sequence = recorder.next(Topic.SLA_CLOCKS, ticketId);
        recorder.say(
                Topic.SLA_CLOCKS,
                ticketId,
                sequence,
                new ClockChange(
                        ticketId,
                        sequence,
                        at,
                        at,
                        clock.name.kind(),
                        clock.cycle,
                        kind,
                        cause,
                        null,
                        clock.dueAt,
                        Duration.between(clock.startedAt, at),
                        Duration.between(at, clock.dueAt),
                        List.of(),
                        1,
                        "24x7",
                        null,
                        level,
                        "sha256:synthetic",
                        null,
                        null,
                        null));
    }
}

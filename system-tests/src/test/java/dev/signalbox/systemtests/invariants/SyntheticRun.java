package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.AgentActivity;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import dev.signalbox.systemtests.history.Fact;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Hooked;
import dev.signalbox.systemtests.history.Refusal;
import dev.signalbox.systemtests.history.Routing;
import dev.signalbox.systemtests.history.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/** A run of a tiny, correct Signalbox under a seed: tickets come, are owned, watched, answered, solved, opened again. */
final class SyntheticRun {

    static final List<Integer> LEVELS = List.of(50, 75, 90, 100, 150, 200);

    private static final Instant BEGIN = Instant.parse("2026-11-23T09:00:00Z");
    private static final int TICKETS = 60;
    private static final int SOFT = 2;
    private static final List<String> AGENTS = List.of("lena", "tom", "mia", "ben", "zoe");

    private record Step(Instant at, int order, Runnable action) {}

    private final Random random;
    private final Recorder recorder;
    private final SyntheticClocks clocks;
    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::order));
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<String, Integer> loads = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();
    private final Map<String, Band> bands = new HashMap<>();
    private final Deque<String> queue = new ArrayDeque<>();
    private Instant now = BEGIN;

    private SyntheticRun(long seed) {
        this.random = new Random(seed);
        this.recorder = new Recorder(random);
        this.clocks = new SyntheticClocks(recorder);
    }

    static History of(long seed) {
        return new SyntheticRun(seed).play();
    }

    private History play() {
        AGENTS.forEach(agent -> tellLoad(agent, "ONLINE"));
        for (int i = 0; i < TICKETS; i++) {
            String ticketId = "native:" + i;
            Instant created = BEGIN.plusMillis(random.nextInt(120_000)).plusMillis(1);
            at(created, () -> create(ticketId));
        }
        recorder.sayFact(
                Topic.TICKETS_QUARANTINE, "q-1", "q-1", new Refusal("helpdesk.events", 3, 7, "intake", "NOT_JSON"));
        accepted.add(new Accepted(Accepted.Kind.GARBAGE, null, "garbage", null, BEGIN, new Accepted.Place(3, 7)));
        for (Step step = steps.poll(); step != null; step = steps.poll()) {
            now = step.at();
            step.action().run();
        }
        Instant quiet = now.plus(Duration.ofMinutes(10));
        clocks.runUntil(quiet);
        recorder.repeatAfterReset();
        Map<String, Integer> capacities = new HashMap<>();
        AGENTS.forEach(agent -> capacities.put(agent, SOFT));
        List<Hooked> hooked = recorder.records().stream()
                .filter(said -> said.topic() == Topic.ESCALATIONS)
                .map(said -> new Hooked(said.id(), true, true, said.id()))
                .toList();
        return new History(accepted, capacities, recorder.records(), hooked, quiet);
    }

    private void create(String ticketId) {
        accept(Accepted.Kind.TICKET, ticketId, null);
        bands.put(ticketId, random.nextInt(4) == 0 ? Band.HIGH : Band.STANDARD);
        int versions = 1 + random.nextInt(2);
        for (int version = 1; version <= versions; version++) {
            recorder.say(Topic.TICKETS_ENRICHED, ticketId, version, new Version(version, now));
            recorder.say(Topic.TICKETS_SCORED, ticketId, version, new Version(version, now));
        }
        clocks.start(ticketId, now);
        assign(ticketId, RouteCause.NEW);
        if (random.nextInt(5) > 0) {
            Instant replied = now.plusMillis(1_000 + random.nextInt(90_000));
            at(replied, () -> reply(ticketId));
            at(replied.plusMillis(1_000 + random.nextInt(120_000)), () -> solve(ticketId));
        }
    }

    private void reply(String ticketId) {
        accept(Accepted.Kind.ACTIVITY, ticketId, ActivityKind.AGENT_REPLIED);
        clocks.answered(ticketId, now);
    }

    private void solve(String ticketId) {
        accept(Accepted.Kind.ACTIVITY, ticketId, ActivityKind.SOLVED);
        clocks.solved(ticketId, now);
        String owner = owners.remove(ticketId);
        queue.remove(ticketId);
        route(ticketId, RouteDecision.CLOSED, RouteCause.SOLVED, null);
        if (owner != null) {
            loads.merge(owner, -1, Integer::sum);
            tellLoad(owner, "SOLVED");
        }
        at(now.plusMillis(5), this::drain);
        if (random.nextInt(4) == 0) {
            at(now.plusMillis(20_000), () -> reopen(ticketId));
        }
    }

    private void reopen(String ticketId) {
        accept(Accepted.Kind.ACTIVITY, ticketId, ActivityKind.REOPENED);
        clocks.reopened(ticketId, now);
        assign(ticketId, RouteCause.REOPENED);
    }

    private void drain() {
        String next = queue.poll();
        if (next != null) {
            assign(next, RouteCause.CHANGED);
        }
    }

    private void assign(String ticketId, RouteCause cause) {
        int limit = bands.get(ticketId) == Band.HIGH ? SOFT + 1 : SOFT;
        String agent = AGENTS.stream()
                .filter(a -> loads.getOrDefault(a, 0) < limit)
                .min(Comparator.comparing(a -> loads.getOrDefault(a, 0)))
                .orElse(null);
        if (agent == null) {
            queue.add(ticketId);
            route(ticketId, RouteDecision.QUEUED, cause, null);
        } else {
            owners.put(ticketId, agent);
            epochs.merge(ticketId, 1L, Long::sum);
            loads.merge(agent, 1, Integer::sum);
            route(ticketId, RouteDecision.ASSIGNED, cause, agent);
            tellLoad(agent, "ASSIGNED");
        }
    }

    private void route(String ticketId, RouteDecision decision, RouteCause cause, String agent) {
        long sequence = recorder.next(Topic.TICKETS_ROUTED, ticketId);
        long epoch = epochs.getOrDefault(ticketId, 0L);
        recorder.say(
                Topic.TICKETS_ROUTED,
                ticketId,
                sequence,
                new Routing(decision, cause, bands.get(ticketId), agent, epoch, 1, now));
    }

    private void tellLoad(String agent, String cause) {
        long sequence = recorder.next(Topic.AGENTS_ACTIVITY, agent);
        int load = loads.getOrDefault(agent, 0);
        recorder.say(
                Topic.AGENTS_ACTIVITY,
                agent,
                sequence,
                new AgentActivity(agent, sequence, now, Presence.ONLINE, load, SOFT, SOFT + 1, cause));
    }

    private void accept(Accepted.Kind kind, String ticketId, ActivityKind activity) {
        String factId = ticketId + "/" + accepted.size();
        accepted.add(new Accepted(kind, ticketId, factId, activity, now, new Accepted.Place(0, accepted.size())));
        Topic topic = activity == null ? Topic.TICKETS_RAW : Topic.TICKETS_ACTIVITY;
        recorder.sayFact(topic, ticketId, factId, new Fact(factId));
    }

    private void at(Instant moment, Runnable action) {
        steps.add(new Step(moment, steps.size(), action));
    }
}

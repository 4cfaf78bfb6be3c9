package dev.signalbox.systemtests.bench;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Topic;
import dev.signalbox.local.LocalStack;
import dev.signalbox.local.ServiceProcess;
import java.time.Duration;
import java.time.Instant;

/**
 * What clocks cost from activation to fulfilment: tickets are scored, answered and solved, two clocks each.
 *
 * @param clocksPerSecond from the first record to the last, all read and decided
 * @param micros processor time of one clock in the watchdogs and PostgreSQL
 */
record ClockCost(double clocksPerSecond, double micros) {

    private static final int CLOCKS_OF_A_TICKET = 2;

    static ClockCost run(LocalStack stack, String policy, Settling settling, String source, int tickets)
            throws Exception {
        Duration before = use(stack);
        long begin = System.nanoTime();
        Instant created = Instant.now().minusSeconds(60);
        try (Burst burst = new Burst(stack.kafka().bootstrapServers())) {
            for (int i = 0; i < tickets; i++) {
                String ticket = source + ":" + i;
                burst.send(TimerLoad.scored(policy, ticket, created));
                burst.send(happened(ticket, ActivityKind.AGENT_REPLIED, created.plusSeconds(20)));
                burst.send(happened(ticket, ActivityKind.SOLVED, created.plusSeconds(40)));
            }
        }
        settling.await();
        double seconds = (System.nanoTime() - begin) / 1e9 - Settling.AT_LEAST_SECONDS;
        double clocks = (double) CLOCKS_OF_A_TICKET * tickets;
        return new ClockCost(clocks / seconds, use(stack).minus(before).toNanos() / 1e3 / clocks);
    }

    private static Duration use(LocalStack stack) {
        Duration use = ProcessUse.cpu(stack.postgres().pid());
        for (ServiceProcess service : stack.services()) {
            use = use.plus(ProcessUse.cpu(service.pid()));
        }
        return use;
    }

    private static Event happened(String ticket, ActivityKind kind, Instant at) {
        String id = ticket + kind;
        var activity = new Activity(
                ticket,
                id,
                at,
                kind,
                new Actor(Actor.Kind.AGENT, "17", null),
                true,
                null,
                null,
                null,
                null,
                null,
                null);
        return Event.fact(Topic.TICKETS_ACTIVITY, ticket, id, at, activity);
    }
}

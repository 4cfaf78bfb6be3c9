package dev.signalbox.local.lab;

import dev.signalbox.decisions.routing.queue.QueuePolicy;
import dev.signalbox.decisions.routing.queue.Served;
import dev.signalbox.decisions.routing.queue.WaitingLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The scheduler of ticket-decisions. Counts waits beyond the bound. */
final class DecidedQueue implements LabQueue {

    private record Waiting(Arrival arrival, Instant latest) {}

    private final QueuePolicy policy;
    private final Duration claimEvery;
    private final WaitingLine line;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private int beyondBound;

    DecidedQueue(QueuePolicy policy, Crew crew) {
        this.claimEvery = policy.claimEvery(crew.claimants());
        this.policy = policy;
        this.line = new WaitingLine(policy);
    }

    @Override
    public void add(Arrival arrival, long now, IntPredicate agents) {
        String id = Integer.toString(arrival.number());
        Instant at = Instant.ofEpochMilli(now);
        line.put(policy.place(id, arrival.band(), arrival.since(), Instant.ofEpochMilli(arrival.due())), at);
        waiting.put(id, new Waiting(arrival, policy.latest(line.queued(id), at, claimEvery)));
    }

    @Override
    public Arrival next(int agent, long now, Predicate<Arrival> mayTake) {
        Instant at = Instant.ofEpochMilli(now);
        Served served = line.next(
                at, place -> mayTake.test(waiting.get(place.ticketId()).arrival()));
        if (served == null) {
            return null;
        }
        Waiting told = waiting.remove(served.place().ticketId());
        beyondBound += at.isAfter(told.latest()) ? 1 : 0;
        return told.arrival();
    }

    /** Tickets that waited longer than they were told. */
    int beyondBound() {
        return beyondBound;
    }
}

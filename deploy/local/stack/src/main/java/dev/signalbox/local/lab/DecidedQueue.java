package dev.signalbox.local.lab;

import dev.signalbox.decisions.routing.queue.Place;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import dev.signalbox.decisions.routing.queue.Served;
import dev.signalbox.decisions.routing.queue.WaitingLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The scheduler of ticket-decisions. Counts waits beyond the bound. */
final class DecidedQueue implements LabQueue {

    private record Waiting(Arrival arrival, Instant latest) {}

    /** The floor claims a ticket at least this often while any waits: twice the mean of its agents together. */
    private static final Duration CLAIM_EVERY =
            Duration.ofSeconds(Math.round(2 * 60 * Traffic.HANDLING_MINUTES / Traffic.AGENTS));

    private final QueuePolicy policy;
    private final WaitingLine line;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private int beyondBound;

    DecidedQueue(QueuePolicy policy) {
        this.policy = policy;
        this.line = new WaitingLine(policy);
    }

    @Override
    public void add(Arrival arrival) {
        String id = Integer.toString(arrival.number());
        Instant now = arrival.since();
        Place place = policy.place(id, arrival.band(), now, Instant.ofEpochMilli(arrival.due()));
        line.put(place, now);
        waiting.put(id, new Waiting(arrival, now.plus(policy.bound(place, now, CLAIM_EVERY))));
    }

    @Override
    public Arrival next(int agent, long now) {
        Instant at = Instant.ofEpochMilli(now);
        Served served = line.next(at);
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

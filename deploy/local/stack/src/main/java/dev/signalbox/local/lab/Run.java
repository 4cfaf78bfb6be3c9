package dev.signalbox.local.lab;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** One discipline with the tickets of one seed and load, played until the last ticket has been answered. */
final class Run {

    /** An agent is free again; what he hands back, or null. */
    private record Free(long at, int agent, Arrival handedBack) {}

    private static final Comparator<Free> IN_TIME =
            Comparator.comparingLong(Free::at).thenComparingInt(Free::agent);

    private final long[] answered = new long[Band.values().length];
    private final long[] late = new long[Band.values().length];
    private final Crew crew;
    private final LabQueue queue;
    private final PriorityQueue<Free> busy = new PriorityQueue<>(IN_TIME);
    private final TreeSet<Integer> idle = new TreeSet<>();
    private final Map<Integer, Integer> handBacks = new HashMap<>();
    private final Map<Integer, Integer> handedBackBy = new HashMap<>();
    private double longest;
    private int beyondBound;

    private Run(Crew crew, LabQueue queue) {
        this.crew = crew;
        this.queue = queue;
    }

    /** Plays it. */
    static Run of(List<Arrival> arrivals, Discipline discipline, QueuePolicy policy, Crew crew) {
        LabQueue queue = discipline.queue(policy, crew);
        Run run = new Run(crew, queue);
        run.play(arrivals);
        run.beyondBound = queue instanceof DecidedQueue decided ? decided.beyondBound() : 0;
        return run;
    }

    private void play(List<Arrival> arrivals) {
        for (int agent = 0; agent < crew.size(); agent++) {
            idle.add(agent);
        }
        int next = 0;
        while (next < arrivals.size() || !busy.isEmpty()) {
            boolean arrives = next < arrivals.size()
                    && (busy.isEmpty() || arrivals.get(next).at() <= busy.peek().at());
            if (arrives) {
                Arrival arrival = arrivals.get(next++);
                queued(arrival, arrival.at());
            } else {
                Free free = busy.remove();
                if (free.handedBack() != null) {
                    handedBackBy.put(free.handedBack().number(), free.agent());
                    queued(free.handedBack(), free.at());
                }
                serve(free.agent(), free.at());
            }
        }
    }

    private void queued(Arrival arrival, long now) {
        queue.add(arrival, now, agent -> crew.worksAt(agent, now) && mayTake(agent, arrival));
        for (int agent : List.copyOf(idle)) {
            serve(agent, now);
        }
    }

    private boolean mayTake(int agent, Arrival arrival) {
        return crew.mayTake(agent, arrival) && handedBackBy.getOrDefault(arrival.number(), -1) != agent;
    }

    private void serve(int agent, long now) {
        idle.remove(agent);
        if (!crew.worksAt(agent, now)) {
            busy.add(new Free(crew.agents().get(agent).nextShift(now), agent, null));
            return;
        }
        Arrival arrival = queue.next(agent, now, one -> mayTake(agent, one));
        if (arrival == null) {
            idle.add(agent);
        } else if (handBacks.merge(arrival.number(), 1, Integer::sum) <= arrival.handBacks()) {
            busy.add(new Free(now + crew.handBack(), agent, arrival));
        } else {
            busy.add(new Free(now + arrival.handling(), agent, null));
            answered(arrival, now - arrival.at());
        }
    }

    private void answered(Arrival arrival, long wait) {
        int band = arrival.band().ordinal();
        long target = Traffic.target(arrival.band()).toMillis();
        answered[band]++;
        late[band] += wait > target ? 1 : 0;
        longest = Math.max(longest, (double) wait / target);
    }

    /** Share of first responses that came too late, 0..1. */
    double breaches() {
        return share(
                java.util.Arrays.stream(late).sum(),
                java.util.Arrays.stream(answered).sum());
    }

    double breaches(Band band) {
        return share(late[band.ordinal()], answered[band.ordinal()]);
    }

    long tickets() {
        return java.util.Arrays.stream(answered).sum();
    }

    /** The longest wait, in targets of its ticket. */
    double longest() {
        return longest;
    }

    /** Tickets that waited longer than their bound; always 0 where the discipline knows none. */
    int beyondBound() {
        return beyondBound;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}

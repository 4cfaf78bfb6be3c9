package dev.signalbox.local.lab;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** One discipline with the tickets of one seed and load, played until the last ticket has been answered. */
final class Run {

    private record Free(long at, int agent) {}

    private final long[] answered = new long[Band.values().length];
    private final long[] late = new long[Band.values().length];
    private double longest;
    private int beyondBound;

    private Run() {}

    /** Plays it. */
    static Run of(List<Arrival> arrivals, Discipline discipline, QueuePolicy policy) {
        Run run = new Run();
        LabQueue queue = discipline.queue(policy);
        PriorityQueue<Free> busy = new PriorityQueue<>((one, other) ->
                one.at() != other.at() ? Long.compare(one.at(), other.at()) : one.agent() - other.agent());
        TreeSet<Integer> idle = new TreeSet<>();
        for (int agent = 0; agent < Traffic.AGENTS; agent++) {
            idle.add(agent);
        }
        int next = 0;
        while (next < arrivals.size() || !busy.isEmpty()) {
            boolean arrives = next < arrivals.size()
                    && (busy.isEmpty() || arrivals.get(next).at() <= busy.peek().at());
            if (arrives) {
                Arrival arrival = arrivals.get(next++);
                queue.add(arrival);
                for (int agent : List.copyOf(idle)) {
                    run.serve(queue, agent, arrival.at(), busy, idle);
                }
            } else {
                Free free = busy.remove();
                run.serve(queue, free.agent(), free.at(), busy, idle);
            }
        }
        run.beyondBound = queue instanceof DecidedQueue decided ? decided.beyondBound() : 0;
        return run;
    }

    private void serve(LabQueue queue, int agent, long now, PriorityQueue<Free> busy, TreeSet<Integer> idle) {
        Arrival arrival = queue.next(agent, now);
        if (arrival == null) {
            idle.add(agent);
            return;
        }
        idle.remove(agent);
        busy.add(new Free(now + arrival.handling(), agent));
        int band = arrival.band().ordinal();
        long target = Traffic.target(arrival.band()).toMillis();
        long wait = now - arrival.at();
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

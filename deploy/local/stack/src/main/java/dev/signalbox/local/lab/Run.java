package dev.signalbox.local.lab;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import java.util.List;

/** One discipline with the tickets of one seed and load, played until the last ticket has been answered. */
final class Run {

    private final long[] answered = new long[Band.values().length];
    private final long[] late = new long[Band.values().length];
    private double longest;
    private int beyondBound;

    private Run() {}

    /** Plays it. */
    static Run of(List<Arrival> arrivals, Discipline discipline, QueuePolicy policy, Crew crew) {
        LabQueue queue = discipline.queue(policy, crew);
        Run run = new Run();
        new Play(crew, queue, run).play(arrivals);
        run.beyondBound = queue instanceof DecidedQueue decided ? decided.beyondBound() : 0;
        return run;
    }

    /** An answer has begun. */
    void answered(Arrival arrival, long wait) {
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

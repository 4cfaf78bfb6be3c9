package dev.signalbox.local.lab;

import java.util.Comparator;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** One queue for all agents, by one key; equal ones in order of arrival. */
final class SortedQueue implements LabQueue {

    private final TreeSet<Arrival> waiting;

    SortedQueue(Comparator<Arrival> order) {
        this.waiting = new TreeSet<>(order.thenComparingInt(Arrival::number));
    }

    @Override
    public void add(Arrival arrival, long now, IntPredicate agents) {
        waiting.add(arrival);
    }

    @Override
    public Arrival next(int agent, long now, Predicate<Arrival> mayTake) {
        for (Arrival arrival : waiting) {
            if (mayTake.test(arrival)) {
                waiting.remove(arrival);
                return arrival;
            }
        }
        return null;
    }
}

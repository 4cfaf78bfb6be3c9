package dev.signalbox.local.lab;

import java.util.Comparator;
import java.util.PriorityQueue;

/** One queue for all agents, by one key; equal ones in order of arrival. */
final class SortedQueue implements LabQueue {

    private final PriorityQueue<Arrival> waiting;

    SortedQueue(Comparator<Arrival> order) {
        this.waiting = new PriorityQueue<>(order.thenComparingInt(Arrival::number));
    }

    @Override
    public void add(Arrival arrival) {
        waiting.add(arrival);
    }

    @Override
    public Arrival next(int agent, long now) {
        return waiting.poll();
    }
}

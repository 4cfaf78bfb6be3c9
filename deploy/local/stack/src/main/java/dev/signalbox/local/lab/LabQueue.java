package dev.signalbox.local.lab;

import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Tickets that wait, in one order of service. */
interface LabQueue {

    /**
     * A ticket arrives, or comes back.
     *
     * @param agents who is there and may take it
     */
    void add(Arrival arrival, long now, IntPredicate agents);

    /**
     * The next ticket of an agent who is free, or null if he has none.
     *
     * @param now in milliseconds since the simulation began
     */
    Arrival next(int agent, long now, Predicate<Arrival> mayTake);
}

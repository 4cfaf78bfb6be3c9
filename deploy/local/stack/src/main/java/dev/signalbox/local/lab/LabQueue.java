package dev.signalbox.local.lab;

/** Tickets that wait, in one order of service. */
interface LabQueue {

    /** A ticket arrives, at {@link Arrival#at()}. */
    void add(Arrival arrival);

    /**
     * The next ticket of an agent who is free, or null if he has none.
     *
     * @param now in milliseconds since the simulation began
     */
    Arrival next(int agent, long now);
}

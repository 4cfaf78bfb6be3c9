package dev.signalbox.decisions.routing.queue;

/** Whose turn it is, and why. */
public record Served(Place place, Turn turn) {

    /** Why it is a ticket's turn. */
    public enum Turn {
        /** In time, and of a band that passes ripe tickets. */
        EXPRESS,
        /** Late for so long that it may wait no longer. */
        RIPE,
        /** The most urgent of those that can still meet their deadlines. */
        IN_TIME,
        /** Late; nobody in time or ripe waits. */
        LATE
    }
}

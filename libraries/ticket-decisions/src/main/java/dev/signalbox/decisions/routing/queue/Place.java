package dev.signalbox.decisions.routing.queue;

import dev.signalbox.contracts.Band;
import java.time.Instant;

/**
 * A ticket's place in a queue. All of it is fixed when the ticket is queued, so that an index over {@code due},
 * {@code order} and {@code ripe} holds the whole queue.
 *
 * @param due its deadline: after it the ticket is late
 * @param order its place among those in time, earlier first
 * @param ripe from then on it is served before all others but an express ticket
 */
public record Place(String ticketId, Band band, Instant due, Instant order, Instant ripe, boolean express) {

    /** From when it is no longer among those in time: it is late, or it is ripe since an earlier scoring. */
    Instant stepsAside() {
        Instant late = due.plusMillis(1);
        return late.isBefore(ripe) ? late : ripe;
    }

    /** The same, ripe at another moment. */
    Place ripe(Instant at) {
        return new Place(ticketId, band, due, order, at, express);
    }
}

package dev.signalbox.decisions.routing.queue;

import dev.signalbox.contracts.Band;
import java.time.Instant;

/**
 * A ticket's place in a queue, as the policy gives it.
 *
 * @param due its deadline: after it the ticket is late
 * @param order its place among those in time, earlier first
 * @param ripe from then on it may wait no longer; one that was ripe earlier stays so ({@link Queued#ripe()})
 */
public record Place(String ticketId, Band band, Instant due, Instant order, Instant ripe, boolean express) {}

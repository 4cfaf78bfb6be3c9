package dev.signalbox.routing;

import java.time.Instant;

/**
 * A queue as {@code GET /v1/queues} shows it.
 *
 * @param depth tickets that wait, those with nobody eligible included
 * @param nobody how many of them have nobody to wait for
 * @param ripe how many of them are late for so long that they go before the others
 * @param oldestSeconds how long the first of them has waited
 * @param nextDueAt the earliest deadline
 */
public record QueueView(
        String queue, long depth, long nobody, long ripe, Instant oldestSince, long oldestSeconds, Instant nextDueAt) {}

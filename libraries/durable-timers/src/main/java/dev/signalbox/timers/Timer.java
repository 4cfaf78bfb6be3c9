package dev.signalbox.timers;

import java.time.Instant;

/**
 * Something that is due later.
 *
 * @param key unique in the service; scheduling the same key again moves the timer
 * @param kind what to do, in the service's own words
 * @param payload JSON that the handler needs
 */
public record Timer(String key, String ticketId, String kind, Instant dueAt, String payload) {}

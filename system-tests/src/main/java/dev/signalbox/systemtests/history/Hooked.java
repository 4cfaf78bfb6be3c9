package dev.signalbox.systemtests.history;

/**
 * A webhook as it came to a receiver.
 *
 * @param id {@code webhook-id}
 * @param genuine its signature was verified by an independent library
 * @param taken it was answered with success
 * @param digest the same for the same body
 */
public record Hooked(String id, boolean genuine, boolean taken, String digest) {}

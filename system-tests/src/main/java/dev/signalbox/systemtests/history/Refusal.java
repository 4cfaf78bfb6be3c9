package dev.signalbox.systemtests.history;

/** A record that went to {@code tickets.quarantine}: where it had been read, and why it could not be processed. */
public record Refusal(String topic, int partition, long offset, String stage, String code) {}

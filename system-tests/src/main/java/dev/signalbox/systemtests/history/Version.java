package dev.signalbox.systemtests.history;

import java.time.Instant;

/** A version of a case file, from {@code tickets.enriched} and {@code tickets.scored}. */
public record Version(long version, Instant asOf) {}

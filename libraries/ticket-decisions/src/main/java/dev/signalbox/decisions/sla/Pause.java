package dev.signalbox.decisions.sla;

import java.time.Instant;

/**
 * A time in which a clock stood still.
 *
 * @param until not before {@code from}
 */
public record Pause(Instant from, Instant until) {}

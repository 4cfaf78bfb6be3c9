package dev.signalbox.decisions.routing;

import java.time.Instant;

/**
 * Agents who serve a waiting ticket.
 *
 * @param from now, or the start of the next shift where nobody is there
 * @param agents how many are there then, at least 1
 */
record Staffing(Instant from, int agents) {}

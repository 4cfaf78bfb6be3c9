package dev.signalbox.decisions.sla;

import java.time.Duration;

/**
 * What one ticket teaches about an agent.
 *
 * @param took working time from acceptance to the first reply, never negative
 */
public record FirstReply(String agentId, Duration took) {}

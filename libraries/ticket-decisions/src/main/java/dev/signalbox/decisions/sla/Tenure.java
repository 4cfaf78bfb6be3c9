package dev.signalbox.decisions.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent's time with a ticket.
 *
 * @param since when routing gave it to the agent
 * @param acceptedAt when the agent accepted it, or null
 */
public record Tenure(
        String agentId, long epoch, Instant since, @Nullable Instant acceptedAt) {}

package dev.signalbox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An agent that routing looked at, with the inputs it used (N2).
 *
 * @param points 0..1, only where eligible
 * @param refusedBecause the first reason that excludes the agent, for example {@code AT_CAPACITY}
 * @param load open tickets whose clock runs
 * @param soft usual capacity; {@code hard} = soft + 1 for CRITICAL and HIGH only
 * @param turn number of the last assignment, counted over all agents, 0: none; only where eligible or at capacity
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Candidate(
        String agentId,
        boolean eligible,
        @Nullable BigDecimal points,
        @Nullable String refusedBecause,
        int load,
        int soft,
        @Nullable Long turn) {}

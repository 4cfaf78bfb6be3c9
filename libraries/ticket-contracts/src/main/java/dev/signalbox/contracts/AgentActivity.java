package dev.signalbox.contracts;

import java.time.Instant;

/** A change of an agent's presence or load, keyed by the agent's id. {@code hard} is never exceeded. */
public record AgentActivity(
        String agentId, long sequence, Instant at, Presence presence, int load, int soft, int hard, String cause) {}

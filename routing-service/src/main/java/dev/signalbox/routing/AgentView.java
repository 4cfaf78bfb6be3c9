package dev.signalbox.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Presence;
import java.time.Instant;

/**
 * An agent as HTTP shows him.
 *
 * @param since of the presence
 * @param load open tickets whose clock runs
 * @param soft usual capacity; {@code hard} for CRITICAL and HIGH only
 */
public record AgentView(AgentProfile profile, Presence presence, Instant since, int load, int soft, int hard) {}

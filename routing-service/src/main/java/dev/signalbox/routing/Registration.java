package dev.signalbox.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Json;

/**
 * What HR or a person says about an agent.
 *
 * @param profile null: no longer registered
 * @param offset of the record on the topic agents, so that an older one changes nothing; or {@link #OVER_HTTP}
 */
record Registration(String agentId, AgentProfile profile, long offset) {

    static final long OVER_HTTP = -1;

    String json() {
        return profile == null ? null : Json.text(profile);
    }
}

package dev.signalbox.watchdog;

import dev.signalbox.decisions.sla.LastMoment;
import java.time.Duration;
import java.util.Map;

/** How long agents usually take from acceptance to first reply, for those asked about and for all together. */
final class UsualReply {

    /** The name under which the replies of all agents are kept. */
    static final String ALL = "";

    private final Map<String, ReplySketch> sketches;

    UsualReply(Map<String, ReplySketch> sketches) {
        this.sketches = sketches;
    }

    /** An agent's own usual time where enough is known, otherwise everybody's; zero where nothing is known. */
    Duration of(String agentId, LastMoment policy) {
        ReplySketch own = agentId == null ? null : sketches.get(agentId);
        ReplySketch counts = own != null && own.replies() >= policy.learnedFrom() ? own : sketches.get(ALL);
        return counts == null ? Duration.ZERO : counts.within(policy.quantile());
    }
}

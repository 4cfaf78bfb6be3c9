package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.validation.Allowed;
import java.util.List;

/**
 * How many T1 agents there should be for each T2 agent (S27). It decides nothing: a team outside it gets a warning.
 *
 * @param t1PerT2AtLeast 0 or more
 * @param t1PerT2AtMost not below {@code t1PerT2AtLeast}
 */
public record StaffingPolicy(int t1PerT2AtLeast, int t1PerT2AtMost) {

    private static final int MOST = 1000;

    public StaffingPolicy {
        Allowed.between("routing.staffing.t1PerT2AtLeast", t1PerT2AtLeast, 0, MOST);
        Allowed.between("routing.staffing.t1PerT2AtMost", t1PerT2AtMost, t1PerT2AtLeast, MOST);
    }

    /** What is wrong with a team: nothing, or one sentence with the numbers. */
    public List<String> warnings(List<AgentProfile> agents) {
        long t1 = count(agents, SupportTier.T1);
        long t2 = count(agents, SupportTier.T2);
        if (t1 >= t1PerT2AtLeast * t2 && t1 <= t1PerT2AtMost * t2) {
            return List.of();
        }
        return List.of("the team has " + t1 + " T1 agents for " + t2 + " T2 agents; the policy wants " + t1PerT2AtLeast
                + " to " + t1PerT2AtMost + " T1 for each T2");
    }

    private static long count(List<AgentProfile> agents, SupportTier tier) {
        return agents.stream().filter(agent -> agent.supportTier() == tier).count();
    }
}

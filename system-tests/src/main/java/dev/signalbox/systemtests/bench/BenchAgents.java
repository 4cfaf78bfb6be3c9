package dev.signalbox.systemtests.bench;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.testsupport.Examples;
import java.util.ArrayList;
import java.util.List;

/** Agents with every skill, so that capacity and not skill decides. */
final class BenchAgents {

    private static final List<String> SKILLS =
            List.of("billing", "technical", "account", "integration", "security", "general", "product", "contract");

    private BenchAgents() {}

    static List<AgentProfile> all(int perTier, int capacity) {
        List<AgentProfile> agents = new ArrayList<>();
        for (SupportTier tier : List.of(SupportTier.T1, SupportTier.T2)) {
            for (int i = 0; i < perTier; i++) {
                var agent = Examples.anAgent()
                        .id(tier + "-" + i)
                        .tier(tier)
                        .capacity(capacity)
                        .language("en");
                SKILLS.forEach(skill -> agent.skill(skill, 4));
                agents.add((tier == SupportTier.T2 ? agent.senior() : agent).build());
            }
        }
        return agents;
    }
}

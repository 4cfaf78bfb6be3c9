package dev.signalbox.systemtests.load;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.testsupport.AgentExample;
import dev.signalbox.testsupport.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** The companies that ask and the agents who answer. */
public final class Customers {

    private static final int ACCOUNTS = 200;
    private static final List<String> SKILLS =
            List.of("billing", "technical", "account", "integration", "security", "data", "general", "product");

    private final List<AccountProfile> accounts = new ArrayList<>();
    private final List<AgentProfile> agents = new ArrayList<>();

    /** @param tickets how many will come: a quarter of the agents' places is enough for those that are open at once */
    public Customers(Random random, int tickets) {
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(account("org-" + i, random, 20 + random.nextInt(80)));
        }
        int perTier = Math.max(4, Math.min(25, tickets / 100));
        for (SupportTier tier : List.of(SupportTier.T1, SupportTier.T2)) {
            for (int i = 0; i < perTier; i++) {
                agents.add(agent(tier, i));
            }
        }
        agents.add(agent(SupportTier.T3, 0));
    }

    private static AccountProfile account(String id, Random random, int health) {
        PlanTier plan = PlanTier.values()[random.nextInt(PlanTier.values().length)];
        long arr = plan.compareTo(PlanTier.PRO) >= 0 ? 20_000L + random.nextInt(180_000) : random.nextInt(8_000);
        return Examples.anAccount()
                .id(id)
                .plan(plan)
                .arr(arr)
                .health(health)
                .externalId(Payloads.SOURCE, id)
                .build();
    }

    private static AgentProfile agent(SupportTier tier, int number) {
        String id = (tier + "-" + number).toLowerCase(java.util.Locale.ROOT);
        AgentExample agent =
                Examples.anAgent().id(id).tier(tier).capacity(3 + number % 4).externalId(Payloads.SOURCE, id);
        SKILLS.forEach(skill -> agent.skill(skill, 4));
        return (number % 2 == 0 ? agent.senior() : agent).build();
    }

    public List<AccountProfile> accounts() {
        return accounts;
    }

    public List<AgentProfile> agents() {
        return agents;
    }

    /** Soft capacity by agent. */
    public Map<String, Integer> capacities() {
        return agents.stream().collect(Collectors.toMap(AgentProfile::id, AgentProfile::capacity));
    }

    String anyOrganization(Random random) {
        return accounts.get(random.nextInt(accounts.size())).id();
    }

    String anyAgent(Random random) {
        return agents.get(random.nextInt(agents.size())).id();
    }
}

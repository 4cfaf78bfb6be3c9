package dev.signalbox.testsupport;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Shift;
import dev.signalbox.contracts.SupportTier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** See {@link Examples#anAgent()}. */
public final class AgentExample {

    private String id = "lena";
    private SupportTier supportTier = SupportTier.T1;
    private boolean senior;
    private int capacity = 5;
    private final List<String> pods = new ArrayList<>();
    private final Map<String, Integer> skills = new HashMap<>(Map.of("billing", 3));
    private final List<String> languages = new ArrayList<>(List.of("en"));
    private final List<Shift> shifts = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final Map<String, String> externalIds = new HashMap<>();

    public AgentExample id(String newId) {
        id = newId;
        return this;
    }

    public AgentExample tier(SupportTier newTier) {
        supportTier = newTier;
        return this;
    }

    public AgentExample senior() {
        senior = true;
        return this;
    }

    /** Soft capacity in tickets. */
    public AgentExample capacity(int tickets) {
        capacity = tickets;
        return this;
    }

    /** @param proficiency 1..5 */
    public AgentExample skill(String name, int proficiency) {
        skills.put(name, proficiency);
        return this;
    }

    public AgentExample pod(String name) {
        pods.add(name);
        return this;
    }

    public AgentExample language(String code) {
        languages.add(code);
        return this;
    }

    public AgentExample shift(Shift shift) {
        shifts.add(shift);
        return this;
    }

    public AgentExample role(String role) {
        roles.add(role);
        return this;
    }

    /** The id by which a helpdesk knows the agent. */
    public AgentExample externalId(String source, String agentId) {
        externalIds.put(source, agentId);
        return this;
    }

    public AgentProfile build() {
        return new AgentProfile(
                id,
                Character.toUpperCase(id.charAt(0)) + id.substring(1),
                id + "@signalbox.example",
                externalIds,
                supportTier,
                senior,
                pods,
                skills,
                languages,
                "EMEA",
                "Europe/Berlin",
                shifts,
                capacity,
                roles);
    }
}

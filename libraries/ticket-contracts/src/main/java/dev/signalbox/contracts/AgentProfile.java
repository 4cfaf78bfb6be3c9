package dev.signalbox.contracts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reference data on {@code agents}, keyed by the agent's id.
 *
 * @param externalIds for each source the helpdesk's id of this agent
 * @param skills name to proficiency, 1..5
 * @param shifts empty: always on shift
 * @param capacity soft limit of open tickets whose clock runs
 * @param roles for example {@code TEAM_LEAD}, {@code ON_CALL}
 */
public record AgentProfile(
        String id,
        @Nullable String name,
        @Nullable String email,
        Map<String, String> externalIds,
        SupportTier supportTier,
        boolean senior,
        List<String> pods,
        Map<String, Integer> skills,
        List<String> languages,
        @Nullable String region,
        @Nullable String timeZone,
        List<Shift> shifts,
        int capacity,
        List<String> roles) {

    public AgentProfile {
        externalIds = externalIds == null ? Map.of() : Map.copyOf(externalIds);
        pods = pods == null ? List.of() : List.copyOf(pods);
        skills = skills == null ? Map.of() : Map.copyOf(skills);
        languages = languages == null ? List.of() : List.copyOf(languages);
        shifts = shifts == null ? List.of() : List.copyOf(shifts);
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    /** The same with other shifts. */
    public AgentProfile withShifts(List<Shift> others) {
        return new AgentProfile(
                id,
                name,
                email,
                externalIds,
                supportTier,
                senior,
                pods,
                skills,
                languages,
                region,
                timeZone,
                others,
                capacity,
                roles);
    }
}

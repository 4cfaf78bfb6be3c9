package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.SupportTier;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An agent's profile, made ready for matching: names in lower case, sets instead of lists. */
public final class Agent {

    private static final Set<String> LEADS = Set.of("TEAM_LEAD", "MANAGER");

    private final AgentProfile profile;
    private final boolean senior;
    private final Map<String, Integer> skills = new HashMap<>();
    private final Set<String> pods;
    private final Set<String> languages;
    private final WorkingHours hours;

    /**
     * Prepares a profile.
     *
     * @throws java.time.DateTimeException if the time zone is not known; the edge refuses such a profile
     */
    public Agent(AgentProfile profile) {
        this.profile = profile;
        this.senior = profile.senior() || profile.roles().stream().anyMatch(LEADS::contains);
        profile.skills().forEach((name, level) -> skills.put(lower(name), level));
        this.pods = Set.copyOf(profile.pods());
        this.languages = profile.languages().stream().map(Agent::lower).collect(Collectors.toUnmodifiableSet());
        String zone = profile.timeZone();
        this.hours = new WorkingHours(
                ZoneId.of(zone == null || zone.isBlank() ? "UTC" : zone), List.copyOf(profile.shifts()));
    }

    public String id() {
        return profile.id();
    }

    public AgentProfile profile() {
        return profile;
    }

    public SupportTier tier() {
        return profile.supportTier();
    }

    /** Senior by profile, or a team lead or manager (S14). */
    public boolean senior() {
        return senior;
    }

    /** 1..5, or 0 without the skill. */
    public int proficiency(String skill) {
        return skills.getOrDefault(lower(skill), 0);
    }

    public Set<String> pods() {
        return pods;
    }

    /** True if the agent speaks it, or has not said which languages he speaks. */
    public boolean mayServe(@Nullable String language) {
        return language == null || languages.isEmpty() || speaks(language);
    }

    public boolean speaks(@Nullable String language) {
        return language != null && languages.contains(lower(language));
    }

    public @Nullable String region() {
        return profile.region();
    }

    /** The soft limit. */
    public int capacity() {
        return profile.capacity();
    }

    WorkingHours hours() {
        return hours;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Ticket;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All registered agents, in the order of their ids. Never changes; a changed profile makes a new staff. Answers to
 * requirements are kept, so that a decision over a thousand agents does not ask each of them again.
 */
public final class Staff {

    private static final int KEPT_ANSWERS = 4096;

    private final List<Agent> agents;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, Integer> byEmail = new HashMap<>();
    private final Map<String, Integer> byExternalId = new HashMap<>();
    private final Set<String> pods = new HashSet<>();
    private final Map<Requirement, Qualification> answers = new ConcurrentHashMap<>();

    public Staff(Collection<Agent> agents) {
        this.agents = agents.stream().sorted(Comparator.comparing(Agent::id)).toList();
        for (int i = 0; i < this.agents.size(); i++) {
            Agent agent = this.agents.get(i);
            int index = i;
            byId.put(agent.id(), i);
            pods.addAll(agent.pods());
            String email = agent.profile().email();
            if (email != null) {
                byEmail.put(email.toLowerCase(Locale.ROOT), i);
            }
            agent.profile().externalIds().forEach((source, id) -> byExternalId.put(source + ":" + id, index));
        }
    }

    public List<Agent> agents() {
        return agents;
    }

    /** Position of the agent in {@link #agents()}, or -1. */
    public int indexOf(@Nullable String agentId) {
        return agentId == null ? -1 : byId.getOrDefault(agentId, -1);
    }

    public @Nullable Agent agent(@Nullable String agentId) {
        int index = indexOf(agentId);
        return index < 0 ? null : agents.get(index);
    }

    /** Pods with at least one agent. */
    public Set<String> pods() {
        return pods;
    }

    /** The agent whom the helpdesk knows under that id; his own id or address will do too. */
    public @Nullable Agent ofHelpdesk(Ticket ticket, @Nullable String id) {
        if (id == null) {
            return null;
        }
        Integer index = byExternalId.get(ticket.source() + ":" + id);
        if (index == null) {
            index = byId.get(id);
        }
        if (index == null) {
            index = byEmail.get(id.toLowerCase(Locale.ROOT));
        }
        return index == null ? null : agents.get(index);
    }

    /** The agent who did something in the helpdesk, or null: a customer, an automation, somebody unknown. */
    public @Nullable Agent actor(Ticket ticket, Actor actor) {
        if (actor.kind() != Actor.Kind.AGENT) {
            return null;
        }
        Agent known = ofHelpdesk(ticket, actor.id());
        return known == null ? ofHelpdesk(ticket, actor.email()) : known;
    }

    /** Who meets the requirement and why the others do not. */
    Qualification qualification(Requirement requirement) {
        if (answers.size() > KEPT_ANSWERS) {
            answers.clear();
        }
        return answers.computeIfAbsent(requirement, asked -> new Qualification(asked, agents));
    }
}

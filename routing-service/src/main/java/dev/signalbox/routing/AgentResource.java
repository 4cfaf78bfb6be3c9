package dev.signalbox.routing;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Presence;
import dev.signalbox.decisions.policy.Policy;
import dev.signalbox.decisions.routing.Agent;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.Policies;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Agents and their presence. An agent who is registered is OFFLINE until he is said to be there (I19). */
@Path("/v1/agents")
public class AgentResource {

    private final Transactions transactions;
    private final Dispatch dispatch;
    private final Agents agents;
    private final Policies policies;

    AgentResource(Transactions transactions, Dispatch dispatch, Agents agents, Policies policies) {
        this.transactions = transactions;
        this.dispatch = dispatch;
        this.agents = agents;
        this.policies = policies;
    }

    /** Body of {@code PUT /v1/agents/{id}/presence}. */
    public record PresenceChange(Presence presence) {}

    @GET
    public Uni<List<AgentView>> all() {
        return transactions
                .run(agents::roster)
                .chain(present -> policies.active()
                        .map(active -> present.roster().staff().agents().stream()
                                .map(agent -> view(present.roster(), agent, hardOf(active.policy(), agent)))
                                .toList()));
    }

    @GET
    @Path("{id}")
    public Uni<AgentView> one(String id) {
        return all().map(views -> views.stream()
                .filter(view -> view.profile().id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("The agent " + id)));
    }

    @PUT
    @Path("{id}")
    @Cancellable(false)
    public Uni<AgentView> register(String id, AgentProfile profile) {
        List<Fault> faults =
                profile == null ? List.of(new Fault("", "is empty", "an agent")) : AgentRules.faults(profile, id);
        if (!faults.isEmpty()) {
            throw new ProblemException(400, "The agent is not valid.", faults);
        }
        Registration registration = new Registration(id, profile, Registration.OVER_HTTP);
        return transactions
                .run(work -> dispatch.lock(work)
                        .chain(() -> agents.register(work, List.of(registration)))
                        .chain(() -> dispatch.lookAround(work, Map.of())))
                .chain(() -> one(id));
    }

    @PUT
    @Path("{id}/presence")
    @Cancellable(false)
    public Uni<AgentView> presence(String id, PresenceChange change) {
        if (change == null || change.presence() == null) {
            throw new ProblemException(
                    400,
                    "The presence is missing.",
                    List.of(new Fault("/presence", "is missing", "ONLINE, AWAY, OFFLINE")));
        }
        return transactions.run(work -> present(work, id, change.presence())).chain(() -> one(id));
    }

    private Uni<Void> present(UnitOfWork work, String id, Presence presence) {
        return dispatch.lock(work)
                .chain(() -> agents.present(work, id, presence))
                .invoke(known -> {
                    if (!known) {
                        throw ProblemException.notFound("The agent " + id);
                    }
                })
                .chain(() -> dispatch.lookAround(work, Map.of()))
                .replaceWithVoid();
    }

    private static int hardOf(Policy policy, Agent agent) {
        return policy.routing().capacity().hard(agent.capacity());
    }

    private static AgentView view(Roster roster, Agent agent, int hard) {
        return new AgentView(
                agent.profile(),
                roster.presence(agent.id()),
                roster.since(agent.id()),
                roster.load(agent.id()),
                agent.capacity(),
                hard);
    }
}

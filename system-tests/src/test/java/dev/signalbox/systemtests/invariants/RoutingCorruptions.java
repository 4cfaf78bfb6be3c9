package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.AgentActivity;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.History;
import dev.signalbox.systemtests.history.Routing;
import dev.signalbox.systemtests.history.Said;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Faults of a routing that gives away what is not there. */
final class RoutingCorruptions {

    private static final String TWO_OWNERS = "two owners at once";
    private static final String CAPACITY = "hard capacity exceeded";

    private RoutingCorruptions() {}

    static List<Corruption> all() {
        return List.of(
                new Corruption("a second agent gets the same epoch", TWO_OWNERS, (draft, random) -> {
                    Said<Routing> owned = anyOwned(draft, random);
                    draft.append(owned, false, with(owned.content(), "another agent", 0));
                }),
                new Corruption("an epoch falls", TWO_OWNERS, (draft, random) -> {
                    Said<Routing> owned = anyOwned(draft, random);
                    draft.append(
                            owned, false, with(owned.content(), owned.content().agentId(), -1));
                }),
                new Corruption("a closed ticket keeps its owner", TWO_OWNERS, (draft, random) -> {
                    Said<Routing> closed = draft.any(
                            Topic.TICKETS_ROUTED,
                            Routing.class,
                            random,
                            said -> said.content().decision() == RouteDecision.CLOSED);
                    draft.replaceAll(closed, said -> Draft.with(said, with(said.content(), "lena", 0)));
                }),
                new Corruption("an agent says more than its hard capacity", CAPACITY, (draft, random) -> {
                    Said<AgentActivity> full = anyLoad(draft, random);
                    draft.replaceAll(
                            full,
                            said -> Draft.with(
                                    said, loaded(said.content(), said.content().hard() + 1, 0)));
                }),
                new Corruption("an agent's hard capacity grows", CAPACITY, (draft, random) -> {
                    Said<AgentActivity> grown = anyLoad(draft, random);
                    draft.replaceAll(
                            grown,
                            said -> Draft.with(
                                    said, loaded(said.content(), said.content().load(), 1)));
                }),
                new Corruption("an agent gets one too many unseen", CAPACITY, RoutingCorruptions::overload),
                new Corruption("a claim is not counted", CAPACITY, (draft, random) -> {
                    Said<AgentActivity> last = lastLoad(draft.history(), random);
                    draft.append(
                            last, false, loaded(last.content(), last.content().load() + 1, 0));
                }));
    }

    /** Tickets of no urgency go to one agent in one moment, and its reported load says nothing of them. */
    private static void overload(Draft draft, Random random) {
        String agent = draft.capacities().keySet().stream().sorted().toList().get(random.nextInt(5));
        Instant end = draft.history().quietAt();
        for (int i = 0; i <= draft.capacities().get(agent); i++) {
            Said<Routing> owned = draft.any(
                    Topic.TICKETS_ROUTED,
                    Routing.class,
                    random,
                    said -> !agent.equals(said.content().agentId()));
            Said<Routing> fresh =
                    new Said<>(owned.topic(), 0, 0, "native:extra-" + i, "", 0, 0, "", false, owned.content());
            draft.append(
                    fresh,
                    false,
                    new Routing(
                            RouteDecision.ASSIGNED,
                            owned.content().cause(),
                            Band.STANDARD,
                            agent,
                            1,
                            1,
                            end.minusSeconds(1)));
        }
    }

    private static Said<Routing> anyOwned(Draft draft, Random random) {
        return draft.any(
                Topic.TICKETS_ROUTED,
                Routing.class,
                random,
                said -> said.content().occupies());
    }

    private static Said<AgentActivity> anyLoad(Draft draft, Random random) {
        return draft.any(Topic.AGENTS_ACTIVITY, AgentActivity.class, random, said -> true);
    }

    private static Said<AgentActivity> lastLoad(History history, Random random) {
        List<List<Said<AgentActivity>>> agents = List.copyOf(
                history.firsts(Topic.AGENTS_ACTIVITY, AgentActivity.class).values());
        List<Said<AgentActivity>> one = agents.get(random.nextInt(agents.size()));
        return one.get(one.size() - 1);
    }

    private static Routing with(Routing like, String agentId, int epochChange) {
        return new Routing(
                like.decision(),
                like.cause(),
                like.band(),
                agentId,
                like.assignmentEpoch() + epochChange,
                like.version(),
                like.decidedAt());
    }

    private static AgentActivity loaded(AgentActivity like, int load, int harder) {
        return new AgentActivity(
                like.agentId(),
                like.sequence(),
                like.at(),
                like.presence(),
                load,
                like.soft(),
                like.hard() + harder,
                like.cause());
    }
}

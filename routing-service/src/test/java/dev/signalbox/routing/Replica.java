package dev.signalbox.routing;

import dev.signalbox.contracts.Presence;
import dev.signalbox.decisions.routing.Commands;
import dev.signalbox.decisions.routing.Draft;
import dev.signalbox.decisions.routing.Outcome;
import dev.signalbox.decisions.routing.RefusedCommand;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.edge.Policies;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One more replica of routing in the test's process: stores and caches of its own on the same database. */
final class Replica {

    private static final String OVERFULL = """
            select a.id from agent a
            join (select agent_id, count(*) as tickets from ticket where counted group by agent_id) t
              on t.agent_id = a.id
            where t.tickets > (a.profile->>'capacity')::int + $1""";

    private final Transactions transactions;
    private final Agents agents = new Agents();
    private final Dispatch dispatch;

    Replica(Transactions transactions, Policies policies, RoutingConfig config, RoutingMetrics metrics) {
        this.transactions = transactions;
        Assignments assignments = new Assignments();
        this.dispatch = new Dispatch(
                assignments,
                agents,
                new AgentNews(agents),
                new Queues(assignments, new FrontOfLine(), config),
                policies,
                metrics);
    }

    /** What a batch of records does. */
    Map<String, Outcome> hears(Map<String, Dispatch.Change> changes) {
        return run(work -> dispatch.decide(work, changes));
    }

    /** What a batch of records does together with a look at every queue. */
    Map<String, Outcome> sweeps(Map<String, Dispatch.Change> changes) {
        return run(work -> dispatch.lookAround(work, changes));
    }

    Map<String, Outcome> registers(List<Registration> registrations) {
        return run(work -> agents.register(work, registrations).chain(() -> dispatch.lookAround(work, Map.of())));
    }

    Map<String, Outcome> sees(String agentId, Presence presence) {
        return run(work -> agents.present(work, agentId, presence).chain(() -> dispatch.lookAround(work, Map.of())));
    }

    /** What the owner asks over HTTP; nothing where somebody was faster. */
    Map<String, Outcome> asked(String ticketId, boolean accepts, String agentId, long epoch) {
        try {
            return run(work -> dispatch.decide(work, Map.of(ticketId, new Dispatch.Change() {
                @Override
                public KnownTicket hear(KnownTicket ticket) {
                    return ticket;
                }

                @Override
                public Draft ask(Draft draft, Roster roster) {
                    Commands commands = new Commands(roster);
                    return accepts
                            ? commands.accept(draft, agentId, epoch)
                            : commands.decline(draft, agentId, epoch, null);
                }
            })));
        } catch (RefusedCommand tooLate) {
            return Map.of();
        }
    }

    /** Every transaction proves hard capacity before it commits. */
    private Map<String, Outcome> run(Function<UnitOfWork, Uni<Map<String, Outcome>>> decision) {
        return transactions
                .run(work -> dispatch.lock(work)
                        .chain(() -> decision.apply(work))
                        .call(() -> work.query(OVERFULL, Tuple.of(1)).invoke(rows -> {
                            if (rows.size() > 0) {
                                throw new AssertionError("beyond hard capacity: "
                                        + rows.iterator().next().getString("id"));
                            }
                        })))
                .await()
                .indefinitely();
    }
}

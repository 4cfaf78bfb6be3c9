package dev.signalbox.routing;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Route;
import dev.signalbox.decisions.routing.Draft;
import dev.signalbox.decisions.routing.RefusedCommand;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Carries out what a person asks of one ticket and answers with what has become of it. */
@ApplicationScoped
public class Desk {

    private static final String ROUTE = "select route from ticket where id = $1 and route is not null";
    private static final Set<String> CONFLICTS =
            Set.of(RefusedCommand.STALE_EPOCH, "NOT_THE_OWNER", "ALREADY_OWNER", "ENDED");
    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;

    private final Transactions transactions;
    private final Dispatch dispatch;

    Desk(Transactions transactions, Dispatch dispatch) {
        this.transactions = transactions;
        this.dispatch = dispatch;
    }

    /** The last route that was told of a ticket; 404 if there is none. */
    Uni<Route> route(String ticketId) {
        return transactions.run(work -> route(work, ticketId));
    }

    private static Uni<Route> route(UnitOfWork work, String ticketId) {
        return work.query(ROUTE, Tuple.of(ticketId)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("A route of the ticket " + ticketId);
            }
            return Json.decode(rows.iterator().next().getString("route"), Route.class);
        });
    }

    /** 404 for an unknown ticket, 409 where somebody was faster, 422 where the rules forbid it. */
    Uni<Route> command(String ticketId, BiFunction<Draft, Roster, Draft> command) {
        Dispatch.Change change = new Dispatch.Change() {
            @Override
            public KnownTicket hear(KnownTicket ticket) {
                if (ticket.file() == null) {
                    throw ProblemException.notFound("The ticket " + ticketId);
                }
                return ticket;
            }

            @Override
            public Draft ask(Draft draft, Roster roster) {
                return command.apply(draft, roster);
            }
        };
        return transactions
                .run(work -> dispatch.lock(work)
                        .chain(() -> dispatch.decide(work, Map.of(ticketId, change)))
                        .chain(() -> route(work, ticketId)))
                .onFailure(RefusedCommand.class)
                .transform(Desk::refused);
    }

    private static Throwable refused(Throwable failure) {
        RefusedCommand refusal = (RefusedCommand) failure;
        int status = CONFLICTS.contains(refusal.code()) ? CONFLICT : REFUSED;
        String pointer = refusal.code().equals(RefusedCommand.STALE_EPOCH) ? "/assignmentEpoch" : "/agentId";
        return new ProblemException(
                status, refusal.getMessage(), List.of(new Fault(pointer, refusal.code(), refusal.getMessage())));
    }
}

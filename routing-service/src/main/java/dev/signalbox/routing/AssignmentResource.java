package dev.signalbox.routing;

import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.decisions.routing.Commands;
import dev.signalbox.decisions.routing.Draft;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who has a ticket, and what its owner or a person in charge may do about it. */
@Path("/v1/assignments/{ticketId}")
public class AssignmentResource {

    private static final Set<RouteCause> BY_HAND =
            EnumSet.of(RouteCause.REASSIGNED_PERSON, RouteCause.REASSIGNED_WRONG_SKILL, RouteCause.REASSIGNED_LOAD);

    private final Desk desk;

    AssignmentResource(Desk desk) {
        this.desk = desk;
    }

    /**
     * What is asked of an assignment.
     *
     * @param agentId who accepts or declines; to whom it is moved, or null for the next who qualifies
     * @param assignmentEpoch as last told on tickets.routed
     * @param cause of a move: REASSIGNED_PERSON (default), REASSIGNED_WRONG_SKILL or REASSIGNED_LOAD
     */
    public record Request(String agentId, Long assignmentEpoch, String reason, RouteCause cause) {}

    @GET
    public Uni<Route> one(String ticketId) {
        return desk.route(ticketId);
    }

    @POST
    @Path("accept")
    @Cancellable(false)
    public Uni<Route> accept(String ticketId, Request request) {
        check(request, true, false);
        return desk.command(
                ticketId,
                (draft, roster) -> new Commands(roster).accept(draft, request.agentId(), request.assignmentEpoch()));
    }

    @POST
    @Path("decline")
    @Cancellable(false)
    public Uni<Route> decline(String ticketId, Request request) {
        check(request, true, false);
        return desk.command(
                ticketId,
                (draft, roster) -> new Commands(roster)
                        .decline(draft, request.agentId(), request.assignmentEpoch(), request.reason()));
    }

    @POST
    @Path("reassign")
    @Cancellable(false)
    public Uni<Route> reassign(String ticketId, Request request) {
        check(request, false, true);
        RouteCause cause = request.cause() == null ? RouteCause.REASSIGNED_PERSON : request.cause();
        return desk.command(ticketId, (draft, roster) -> moved(new Commands(roster), draft, request, cause));
    }

    private static Draft moved(Commands commands, Draft draft, Request request, RouteCause cause) {
        return commands.move(draft, request.agentId(), request.assignmentEpoch(), cause, request.reason());
    }

    private static void check(Request request, boolean agent, boolean reason) {
        List<Fault> faults = new ArrayList<>();
        if (request == null) {
            throw new ProblemException(400, "The body is missing.", List.of(new Fault("", "is empty", "JSON")));
        }
        if (agent && blank(request.agentId())) {
            faults.add(new Fault("/agentId", "is missing", "the id of the agent"));
        }
        if (request.assignmentEpoch() == null) {
            faults.add(new Fault("/assignmentEpoch", "is missing", "the epoch that was last told"));
        }
        if (reason && blank(request.reason())) {
            faults.add(new Fault("/reason", "is missing", "why, for whoever reads the ticket's story"));
        }
        if (request.cause() != null && !BY_HAND.contains(request.cause())) {
            faults.add(new Fault("/cause", "is not a cause of a move by hand", BY_HAND.toString()));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(400, "The request is not valid.", faults);
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}

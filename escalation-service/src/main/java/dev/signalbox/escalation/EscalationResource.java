package dev.signalbox.escalation;

import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.decisions.escalation.EscalationAction;
import dev.signalbox.decisions.escalation.EscalationDecision;
import dev.signalbox.decisions.escalation.IllegalAction;
import dev.signalbox.decisions.escalation.Signal;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Escalations over HTTP: open one by hand, list them, take, update, return and resolve them. */
@Path("/v1/escalations")
@Tag(name = "Escalations")
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class EscalationResource {

    private final Transactions transactions;
    private final EscalationActs acts;
    private final EscalationDesk desk;
    private final EscalationList list;
    private final QualityReport quality;

    EscalationResource(
            Transactions transactions,
            EscalationActs acts,
            EscalationDesk desk,
            EscalationList list,
            QualityReport quality) {
        this.transactions = transactions;
        this.acts = acts;
        this.desk = desk;
        this.list = list;
        this.quality = quality;
    }

    /**
     * Asks for an escalation by hand.
     *
     * @param trigger default AGENT_REQUEST
     * @param note why; becomes the reason
     */
    public record Request(String ticketId, @Nullable EscalationTrigger trigger, String by, String note) {}

    /** What a person does, and says about it. */
    public record Act(String by, @Nullable String note) {}

    /** A page of escalations, oldest first; {@code next} goes into {@code after} for the next page. */
    public record Page(List<Escalation> escalations, String next) {}

    @POST
    @Operation(summary = "Open an escalation by hand; joins an open one that covers it")
    public Uni<Response> open(
            @RequestBody(content = @Content(schema = @Schema(implementation = Request.class))) byte[] body,
            @HeaderParam("Idempotency-Key") String key) {
        Request request = RequestBodies.request(body);
        EscalationTrigger trigger = request.trigger() == null ? EscalationTrigger.AGENT_REQUEST : request.trigger();
        String signal = "http/" + (key == null ? UUID.randomUUID().toString() : key);
        return transactions
                .run(work -> desk.decide(work, Set.of(request.ticketId()), (ticketId, decision) -> {
                    refuseUnlessOpen(ticketId, decision);
                    Instant at = work.now().isBefore(decision.livesSince()) ? decision.livesSince() : work.now();
                    decision.ask(Signal.asked(signal, trigger, at, request.note(), request.by()));
                }))
                .map(decided -> {
                    List<Escalation> changes = decided.get(0).changes();
                    return changes.isEmpty()
                            ? Response.noContent().build()
                            : Response.status(Response.Status.CREATED)
                                    .entity(changes.get(changes.size() - 1))
                                    .build();
                });
    }

    @GET
    @Operation(summary = "List escalations, oldest first")
    public Uni<Page> list(
            @QueryParam("state") List<EscalationState> states,
            @QueryParam("ticketId") String ticketId,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > EscalationList.MOST) {
            throw RequestBodies.refuse(new Fault("/limit", "is " + limit, "1.." + EscalationList.MOST));
        }
        return list.page(states, ticketId, after, limit);
    }

    @GET
    @Path("/quality")
    @Operation(summary = "How well escalations were handled, by trigger, type, path, team or author")
    public Uni<QualityReport.Report> quality(
            @QueryParam("by") @DefaultValue("TRIGGER") QualityReport.Grouping by,
            @QueryParam("window") @DefaultValue("P30D") String window) {
        try {
            return quality.of(by, Duration.parse(window));
        } catch (DateTimeException e) {
            throw RequestBodies.refuse(new Fault("/window", "is " + window, "a duration such as P30D"));
        }
    }

    @POST
    @Path("/{id}/acknowledge")
    @Operation(summary = "Take it: the chain stops")
    public Uni<Escalation> acknowledge(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Act.class))) byte[] body) {
        return act(id, EscalationAction.ACKNOWLEDGE, RequestBodies.act(body));
    }

    @POST
    @Path("/{id}/update")
    @Operation(summary = "Give a sign of life, or answer a return")
    public Uni<Escalation> update(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Act.class))) byte[] body) {
        return act(id, EscalationAction.UPDATE, RequestBodies.act(body));
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Send it back to who asked, with a question")
    public Uni<Escalation> giveBack(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Act.class))) byte[] body) {
        return act(id, EscalationAction.RETURN, RequestBodies.act(body));
    }

    @POST
    @Path("/{id}/resolve")
    @Operation(summary = "It is done")
    public Uni<Escalation> resolve(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Act.class))) byte[] body) {
        return act(id, EscalationAction.RESOLVE, RequestBodies.act(body));
    }

    private Uni<Escalation> act(String id, EscalationAction action, Act act) {
        return acts.on(id, decision -> {
            try {
                decision.act(id, action, act.by(), act.note());
            } catch (IllegalAction illegal) {
                throw conflict(illegal);
            }
        });
    }

    private static void refuseUnlessOpen(String ticketId, EscalationDecision decision) {
        if (!decision.knowsTheTicket()) {
            throw ProblemException.notFound("The ticket " + ticketId);
        }
        if (decision.ticketIsOver()) {
            throw new ProblemException(
                    409,
                    "The ticket is solved or merged; reopen it in the helpdesk first.",
                    List.of(new Fault("/ticketId", ticketId + " is over", "a ticket that is not solved or merged")));
        }
    }

    private static ProblemException conflict(IllegalAction illegal) {
        String allowed = illegal.allowed().isEmpty()
                ? "nothing, it is over"
                : illegal.allowed().toString();
        return new ProblemException(
                409, illegal.getMessage() + ".", List.of(new Fault("", "state " + illegal.state(), allowed)));
    }
}

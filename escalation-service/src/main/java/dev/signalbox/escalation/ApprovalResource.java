package dev.signalbox.escalation;

import dev.signalbox.contracts.ApprovalKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.decisions.escalation.EscalationDecision;
import dev.signalbox.decisions.escalation.IllegalApproval;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Approvals over HTTP (S55): ask a role for one, approve or refuse it. */
@Path("/v1/escalations/{id}/approvals")
@Tag(name = "Approvals")
@Consumes(MediaType.APPLICATION_JSON)
@Cancellable(false)
public class ApprovalResource {

    private final EscalationActs acts;

    ApprovalResource(EscalationActs acts) {
        this.acts = acts;
    }

    /**
     * Asks for an approval.
     *
     * @param note what is to be approved
     */
    public record Ask(ApprovalKind kind, String by, String note) {}

    /**
     * A decision.
     *
     * @param role the one that is waited for
     */
    public record Decide(String by, String role, @Nullable String note) {}

    @POST
    @Operation(summary = "Ask the policy's role for its approval; the escalation waits for it")
    public Uni<Escalation> ask(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Ask.class))) byte[] body) {
        Ask ask = RequestBodies.ask(body);
        return act(id, decision -> decision.askApproval(id, ask.kind(), ask.by(), ask.note()));
    }

    @POST
    @Path("/{kind}/approve")
    @Operation(summary = "Approve it")
    public Uni<Escalation> approve(
            @PathParam("id") String id,
            @PathParam("kind") ApprovalKind kind,
            @RequestBody(content = @Content(schema = @Schema(implementation = Decide.class))) byte[] body) {
        return decide(id, kind, true, RequestBodies.decide(body));
    }

    @POST
    @Path("/{kind}/refuse")
    @Operation(summary = "Refuse it")
    public Uni<Escalation> refuse(
            @PathParam("id") String id,
            @PathParam("kind") ApprovalKind kind,
            @RequestBody(content = @Content(schema = @Schema(implementation = Decide.class))) byte[] body) {
        return decide(id, kind, false, RequestBodies.decide(body));
    }

    private Uni<Escalation> decide(String id, ApprovalKind kind, boolean approved, Decide decide) {
        return act(
                id, decision -> decision.decideApproval(id, kind, approved, decide.role(), decide.by(), decide.note()));
    }

    private Uni<Escalation> act(String id, Consumer<EscalationDecision> what) {
        return acts.on(id, decision -> {
            try {
                what.accept(decision);
            } catch (IllegalApproval illegal) {
                throw new ProblemException(
                        409, illegal.getMessage() + ".", List.of(new Fault("", illegal.found(), illegal.allowed())));
            } catch (NoSuchElementException none) {
                throw ProblemException.notFound("The approval");
            }
        });
    }
}

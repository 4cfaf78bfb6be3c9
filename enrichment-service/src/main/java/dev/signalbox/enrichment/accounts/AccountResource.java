package dev.signalbox.enrichment.accounts;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.enrichment.ReferencePublisher;
import dev.signalbox.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Accounts over HTTP: written to the topic {@code accounts}, read from where that topic is kept. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    private final Accounts accounts;
    private final Transactions transactions;
    private final ReferencePublisher publisher;
    private final AppliedAccounts applied;

    AccountResource(
            Accounts accounts, Transactions transactions, ReferencePublisher publisher, AppliedAccounts applied) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.publisher = publisher;
        this.applied = applied;
    }

    @PUT
    @Path("/accounts/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tell an account",
            description = "200 when tickets find it; 202 when it is safe on its topic but not read from there yet.")
    public Uni<Response> put(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AccountProfile.class))) byte[] body) {
        AccountJson account = AccountJson.read(id, Json.tree(body));
        if (!account.faults().isEmpty()) {
            throw new ProblemException(400, "The account is not as agreed.", account.faults());
        }
        AccountProfile profile = account.profile();
        return publisher
                .publish(List.of(ReferencePublisher.record(Topic.ACCOUNTS, id, profile, Instant.now())))
                .chain(() -> applied.await(id, profile))
                .map(known -> Response.status(known ? Response.Status.OK : Response.Status.ACCEPTED)
                        .entity(profile)
                        .build());
    }

    @GET
    @Path("/accounts/{id}")
    @Operation(summary = "An account as tickets find it")
    public Uni<AccountProfile> get(@PathParam("id") String id) {
        return transactions
                .run(work -> accounts.find(work, id))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("The account"));
    }

    @DELETE
    @Path("/accounts/{id}")
    @Operation(summary = "Forget an account", description = "Its open tickets go on as those of an unknown company.")
    public Uni<Response> delete(@PathParam("id") String id) {
        return publisher
                .publish(List.of(ReferencePublisher.record(Topic.ACCOUNTS, id, null, Instant.now())))
                .chain(() -> applied.await(id, null))
                .map(known -> Response.status(known ? Response.Status.NO_CONTENT : Response.Status.ACCEPTED)
                        .build());
    }

    /** How many accounts were taken. */
    public record Imported(int imported) {}

    @POST
    @Path("/accounts:import")
    @Consumes("text/csv")
    @Operation(
            summary = "Tell many accounts as CSV",
            description = "All or none: with a single fault nothing is taken, and every fault of every line is listed.")
    public Uni<Response> importCsv(byte[] body) {
        AccountTable table = AccountTable.read(new String(body, StandardCharsets.UTF_8));
        if (!table.faults().isEmpty()) {
            throw new ProblemException(400, "The table is not as agreed; nothing was taken.", table.faults());
        }
        Instant now = Instant.now();
        List<Event> records = table.accounts().stream()
                .map(account -> ReferencePublisher.record(Topic.ACCOUNTS, account.id(), account, now))
                .toList();
        return publisher
                .publish(records)
                .map(done -> Response.accepted(new Imported(records.size())).build());
    }
}

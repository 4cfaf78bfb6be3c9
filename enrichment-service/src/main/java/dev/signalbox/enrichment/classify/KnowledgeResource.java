package dev.signalbox.enrichment.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.edge.RecordShape;
import dev.signalbox.enrichment.ReferencePublisher;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Articles and resolved tickets over HTTP: written to their topics, from which every replica learns. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class KnowledgeResource {

    private final ReferencePublisher publisher;

    KnowledgeResource(ReferencePublisher publisher) {
        this.publisher = publisher;
    }

    @PUT
    @Path("/knowledge/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell an article", description = "202 when it is safe on its topic; links to it follow.")
    public Uni<Response> put(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = KnowledgeArticle.class))) byte[] body) {
        JsonNode json = Json.tree(body);
        if (json instanceof ObjectNode object && object.path("id").isMissingNode()) {
            object.put("id", id);
        }
        refuse("The article is not as agreed.", articleFaults(id, json));
        KnowledgeArticle article = Json.decode(Json.encode(json), KnowledgeArticle.class);
        return publisher
                .publish(List.of(ReferencePublisher.record(Topic.KNOWLEDGE, id, article, Instant.now())))
                .map(done -> Response.accepted(article).build());
    }

    private static List<Fault> articleFaults(String id, JsonNode json) {
        List<Fault> faults = new ArrayList<>(RecordShape.faults(json, KnowledgeArticle.class));
        if (faults.isEmpty() && !json.path("id").asText().equals(id)) {
            faults.add(new Fault("/id", "is not the id of the path", "the same id"));
        }
        return faults;
    }

    /** How many resolved tickets were taken. */
    public record Imported(int imported) {}

    @POST
    @Path("/history:import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tell resolved tickets as a JSON list",
            description = "All or none. The classifier learns from them; GET /v1/model shows when it has.")
    public Uni<Response> importHistory(
            @RequestBody(content = @Content(schema = @Schema(implementation = ResolvedTicket[].class))) byte[] body) {
        JsonNode json = Json.tree(body);
        List<Fault> faults = new ArrayList<>();
        if (!json.isArray() || json.isEmpty()) {
            faults.add(new Fault("", "is no list of resolved tickets", "a JSON list with at least one"));
        }
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            String place = "/" + i;
            HistoryFaults.of(json.get(i))
                    .forEach(fault -> faults.add(new Fault(place + fault.pointer(), fault.problem(), fault.allowed())));
        }
        refuse("The history is not as agreed; nothing was taken.", faults);
        Instant now = Instant.now();
        List<Event> records = new ArrayList<>();
        for (JsonNode element : json) {
            ResolvedTicket ticket = Json.decode(Json.encode(element), ResolvedTicket.class);
            records.add(ReferencePublisher.record(Topic.HISTORY, ticket.ticketId(), ticket, now));
        }
        return publisher
                .publish(records)
                .map(done -> Response.accepted(new Imported(records.size())).build());
    }

    @DELETE
    @Path("/history/{ticketId}")
    @Operation(
            summary = "Forget a resolved ticket",
            description =
                    "It is no neighbour any more, and the next model does without it; older ones that learnt it are dropped.")
    public Uni<Response> forget(@PathParam("ticketId") String ticketId) {
        return publisher
                .publish(List.of(ReferencePublisher.record(Topic.HISTORY, ticketId, null, Instant.now())))
                .map(done -> Response.noContent().build());
    }

    private static void refuse(String title, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(400, title, faults);
        }
    }
}

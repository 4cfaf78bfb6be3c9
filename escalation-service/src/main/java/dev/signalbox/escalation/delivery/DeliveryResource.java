package dev.signalbox.escalation.delivery;

import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.escalation.delivery.sink.SinkKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The delivery log over HTTP: why did my pager not ring? */
@Path("/v1")
@Tag(name = "Deliveries")
@Cancellable(false)
public class DeliveryResource {

    private static final int MOST = 500;

    private final Endpoints endpoints;
    private final DeliveryLog log;

    DeliveryResource(Endpoints endpoints, DeliveryLog log) {
        this.endpoints = endpoints;
        this.log = log;
    }

    /** What may have become of a delivery. */
    public enum State {
        WAITING,
        DELIVERED,
        FAILED
    }

    /**
     * One event for one endpoint.
     *
     * @param eventId {@code ce_id}, and {@code webhook-id}
     * @param dueAt when the next attempt is due, if one is
     */
    public record Entry(
            long id,
            String endpoint,
            String eventId,
            String escalationId,
            String ticketId,
            String change,
            String state,
            int attempts,
            @Nullable Instant dueAt,
            Instant createdAt,
            @Nullable Instant deliveredAt,
            List<Try> log) {}

    /**
     * One attempt.
     *
     * @param status of HTTP, null: no answer
     * @param problem null: delivered
     */
    public record Try(
            int number,
            Instant at,
            @Nullable Integer status,
            @Nullable String problem,
            int millis) {}

    /** A page, newest first; {@code next} goes into {@code after} for the next page. */
    public record Page(List<Entry> deliveries, @Nullable Long next) {}

    /**
     * How an endpoint is doing.
     *
     * @param failures in a row
     * @param resumesAt no attempt before this
     */
    public record EndpointStatus(
            String name,
            SinkKind sink,
            long waiting,
            int failures,
            @Nullable Instant resumesAt,
            @Nullable Instant disabledAt,
            @Nullable String disabledBecause) {}

    @GET
    @Path("/deliveries")
    @Operation(summary = "List deliveries, newest first, with their attempts")
    public Uni<Page> list(
            @QueryParam("endpoint") String endpoint,
            @QueryParam("state") State state,
            @QueryParam("escalationId") String escalationId,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) {
            Fault fault = new Fault("/limit", "is " + limit, "1.." + MOST);
            throw new ProblemException(400, "The request is not as agreed.", List.of(fault));
        }
        return log.page(endpoint, state == null ? null : state.name(), escalationId, after, limit)
                .map(entries -> new Page(
                        entries,
                        entries.size() < limit
                                ? null
                                : entries.get(entries.size() - 1).id()));
    }

    @POST
    @Path("/deliveries/{id}/redeliver")
    @Operation(summary = "Deliver again, at once and under the same event id")
    public Uni<Response> redeliver(@PathParam("id") long id) {
        return log.redeliver(id).map(done -> {
            if (!done) {
                throw ProblemException.notFound("A delivery " + id + " that is not under way");
            }
            return Response.accepted().build();
        });
    }

    @GET
    @Path("/endpoints")
    @Operation(summary = "List the configured endpoints")
    public Uni<List<EndpointStatus>> endpoints() {
        return Multi.createFrom()
                .iterable(endpoints.all())
                .onItem()
                .transformToUniAndConcatenate(log::status)
                .collect()
                .asList();
    }

    @POST
    @Path("/endpoints/{name}/enable")
    @Operation(summary = "Let an endpoint that said 410, or that rests, take deliveries again")
    public Uni<Response> enable(@PathParam("name") String name) {
        Endpoint endpoint = endpoints.named(name).orElseThrow(() -> ProblemException.notFound("The endpoint " + name));
        return log.enable(endpoint).map(done -> Response.noContent().build());
    }
}

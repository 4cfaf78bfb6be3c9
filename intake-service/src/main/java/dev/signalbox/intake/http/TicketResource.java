package dev.signalbox.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.intake.Outcomes;
import dev.signalbox.intake.Publication;
import dev.signalbox.intake.nativeformat.NativeActivity;
import dev.signalbox.intake.nativeformat.NativeFormat;
import dev.signalbox.intake.nativeformat.NativeTicket;
import dev.signalbox.intake.reading.Connection;
import dev.signalbox.intake.reading.Delivery;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import dev.signalbox.outbox.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Tickets and activity in Signalbox's own format. */
@Path("/v1/tickets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TicketResource {

    private static final Connection HTTP = Connection.named(NativeFormat.KIND, NativeFormat.KIND);

    private final Admission admission;
    private final OnceOnly onceOnly;
    private final EventPublisher publisher;
    private final Outcomes outcomes;

    TicketResource(Admission admission, OnceOnly onceOnly, EventPublisher publisher, Outcomes outcomes) {
        this.admission = admission;
        this.onceOnly = onceOnly;
        this.publisher = publisher;
        this.outcomes = outcomes;
    }

    @POST
    @Cancellable(false)
    @Operation(summary = "Accepts a ticket; 202 when Kafka has it")
    @APIResponse(responseCode = "202", description = "Accepted; repeated with the same Idempotency-Key: the same id")
    public Uni<RestResponse<Accepted>> create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, byte[] body) {
        String key = OnceOnly.checked(idempotencyKey);
        JsonNode json = RequestBody.read(body);
        Ticket first = ticket(json, "check", "check", now());
        String seed = key == null ? UUID.randomUUID().toString() : first.tenant() + "\n" + key;
        String newId = EventIds.of("ticket", seed);
        String eventId = EventIds.of("event", seed);
        if (key == null) {
            Ticket ticket = ticket(json, newId, eventId, now());
            return admission.admit(() -> publisher
                    .publish(List.of(Publication.of(ticket)))
                    .invoke(() -> outcomes.count(ticket.source(), new Reading.TicketTold(ticket)))
                    .replaceWith(accepted(ticket.id(), null)));
        }
        return admission.admit(() -> onceOnly.produce(
                        first.tenant(),
                        "ticket:" + key,
                        Publication.hash(body),
                        newId,
                        (id, at) -> Publication.of(ticket(json, id, eventId, at)))
                .map(id -> ticket(json, id, eventId, now()))
                .invoke(ticket -> outcomes.count(ticket.source(), new Reading.TicketTold(ticket)))
                .map(ticket -> accepted(ticket.id(), null)));
    }

    @POST
    @Path("/{id}/activity")
    @Cancellable(false)
    @Operation(summary = "Accepts what happened to a ticket; 202 when Kafka has it")
    @APIResponse(responseCode = "202", description = "Accepted; the activity's id")
    public Uni<RestResponse<Accepted>> happened(
            @PathParam("id") String ticketId,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            byte[] body) {
        String key = OnceOnly.checked(idempotencyKey);
        JsonNode json = RequestBody.read(body);
        String newId = newActivityId(json, ticketId, key);
        Activity first = activity(json, ticketId, newId, now());
        if (NativeFormat.isInternal(first)) {
            outcomes.count(NativeFormat.KIND, Reading.skipped(Skip.PRIVATE_NOTE));
            return Uni.createFrom().item(accepted(null, Skip.PRIVATE_NOTE.name()));
        }
        return admission.admit(() -> produce(first, json, ticketId, key, body)
                .invoke(id -> outcomes.count(NativeFormat.KIND, new Reading.ActivityTold(first)))
                .map(id -> accepted(id, null)));
    }

    private Uni<String> produce(Activity first, JsonNode json, String ticketId, @Nullable String key, byte[] body) {
        if (key == null) {
            return publisher.publish(List.of(Publication.of(first))).replaceWith(first.activityId());
        }
        return onceOnly.produce(
                HTTP.tenant(),
                "activity:" + ticketId + ":" + key,
                Publication.hash(body),
                first.activityId(),
                (id, at) -> Publication.of(activity(json, ticketId, id, at)));
    }

    private static String newActivityId(JsonNode json, String ticketId, @Nullable String key) {
        if (json.path("activityId").isTextual()
                && !json.path("activityId").asText().isBlank()) {
            return json.path("activityId").asText();
        }
        return key == null ? UUID.randomUUID().toString() : EventIds.of("activity", ticketId, key);
    }

    private static Ticket ticket(JsonNode json, String newId, String eventId, Instant at) {
        List<Fault> faults = new ArrayList<>();
        Ticket ticket = NativeTicket.read(new Delivery(HTTP, json, Map.of(), eventId, at), newId, faults);
        return refuseIfNull(ticket, faults);
    }

    private static Activity activity(JsonNode json, String ticketId, String id, Instant at) {
        List<Fault> faults = new ArrayList<>();
        Activity activity = NativeActivity.read(new Delivery(HTTP, json, Map.of(), id, at), ticketId, faults);
        return refuseIfNull(activity, faults);
    }

    private static <T> T refuseIfNull(@Nullable T value, List<Fault> faults) {
        if (value == null) {
            throw new ProblemException(400, "The request is not as agreed.", faults);
        }
        return value;
    }

    private static RestResponse<Accepted> accepted(@Nullable String id, @Nullable String skipped) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Accepted(id, skipped));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}

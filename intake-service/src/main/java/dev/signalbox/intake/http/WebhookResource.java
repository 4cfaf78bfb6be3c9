package dev.signalbox.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Topic;
import dev.signalbox.contracts.UnreadableRecord;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.intake.Helpdesks;
import dev.signalbox.intake.reading.Connection;
import dev.signalbox.outbox.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A helpdesk's own webhook. Its payload goes to {@code helpdesk.events} as it came, so that HTTP and Kafka are one way. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

    /** What the adapters need of the request: its own id, and what a CloudEvent says in HTTP's binary mode. */
    private static final List<String> HANDED_ON = List.of("x-atlassian-webhook-identifier", "traceparent");

    private static final List<String> EVENT_ATTRIBUTES =
            List.of("specversion", "id", "source", "type", "subject", "time");

    private final Admission admission;
    private final EventPublisher publisher;
    private final Helpdesks helpdesks;
    private final Config config;

    WebhookResource(Admission admission, EventPublisher publisher, Helpdesks helpdesks, Config config) {
        this.admission = admission;
        this.publisher = publisher;
        this.helpdesks = helpdesks;
        this.config = config;
    }

    @POST
    @Path("/{source}")
    @Consumes({MediaType.APPLICATION_JSON, "application/cloudevents+json"})
    @Cancellable(false)
    @Operation(summary = "Accepts a helpdesk's webhook; 202 when Kafka has it")
    @APIResponse(responseCode = "202", description = "Accepted; what it comes to is seen in the topics")
    public Uni<RestResponse<Accepted>> receive(
            @PathParam("source") String source, @Context HttpHeaders headers, byte[] body) {
        config.getOptionalValue("signalbox.webhook.secret." + source, String.class)
                .filter(secret -> !secret.isBlank())
                .ifPresent(secret -> {
                    if (!WebhookSignature.isValid(secret, body, headers::getHeaderString, Instant.now())) {
                        throw new ProblemException(401, "The webhook's signature does not fit its secret.", List.of());
                    }
                });
        JsonNode payload = RequestBody.read(body);
        Connection connection = connection(source, payload);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topic.HELPDESK_EVENTS.topicName(), null, body);
        add(record, "source", connection.source());
        add(record, "sourcetype", connection.kind());
        add(record, "content-type", headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        HANDED_ON.forEach(name -> add(record, name, headers.getHeaderString(name)));
        EVENT_ATTRIBUTES.forEach(name -> add(record, "ce_" + name, headers.getHeaderString("ce-" + name)));
        return admission.admit(() -> publisher
                .publishRecords(List.of(record))
                .replaceWith(RestResponse.status(RestResponse.Status.ACCEPTED, new Accepted(null, null))));
    }

    private Connection connection(String source, JsonNode payload) {
        try {
            return helpdesks.connection(source, null, payload);
        } catch (UnreadableRecord e) {
            throw new ProblemException(
                    404,
                    "No helpdesk connection of that name.",
                    List.of(new Fault("", e.reason().sentence(), "one of " + helpdesks.kinds())));
        }
    }

    private static void add(ProducerRecord<String, byte[]> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}

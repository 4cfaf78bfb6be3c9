package dev.signalbox.local.demo;

import dev.signalbox.contracts.Json;
import dev.signalbox.local.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** What people do with the services by hand. */
final class DeskHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FIRST_ERROR = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI routing;
    private final URI escalation;
    private final URI enrichment;

    DeskHttp(URI enrichment, URI routing, URI escalation) {
        this.enrichment = enrichment;
        this.routing = routing;
        this.escalation = escalation;
    }

    /** Whether the last of the reference data has arrived. */
    boolean knows(String account, String agent) {
        return status("GET", enrichment.resolve("/v1/accounts/" + account), null) == 200
                && status("GET", routing.resolve("/v1/agents/" + agent), null) == 200;
    }

    void presence(String agent, String presence) {
        must("PUT", routing.resolve("/v1/agents/" + agent + "/presence"), Map.of("presence", presence));
    }

    void review(String ticketId, String category, String intent) {
        must(
                "POST",
                routing.resolve("/v1/reviews/" + ticketId),
                Map.of("by", "reviewer", "category", category, "intent", intent));
    }

    /** @param deed {@code acknowledge} or {@code resolve} */
    void escalation(String id, String deed, String by, String note) {
        // somebody else may have been quicker, or the ticket is solved: then there is nothing left to do
        status("POST", escalation.resolve("/v1/escalations/" + id + "/" + deed), Map.of("by", by, "note", note));
    }

    private void must(String method, URI uri, Map<String, String> body) {
        int status = status(method, uri, body);
        if (status >= FIRST_ERROR) {
            throw new StackFailure(method + " " + uri + " was answered with " + status + ".");
        }
    }

    private int status(String method, URI uri, Map<String, String> body) {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(Json.encode(body));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new StackFailure("No answer from " + uri + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}

package dev.signalbox.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The HTTP API of one service that runs. */
public final class ServiceDoor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FIRST_ERROR = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ServiceName name;
    private final URI service;
    private final String option;
    private final @Nullable String key;

    /**
     * A door.
     *
     * @param service its address; null for the service that {@code ./signalbox} starts
     * @param option what names another address, for the error message
     * @param key the service's API key, or null
     */
    public ServiceDoor(ServiceName name, @Nullable URI service, String option, @Nullable String key) {
        this.name = name;
        this.service = service == null
                ? URI.create(
                        "http://127.0.0.1:" + (StackPorts.of(System.getenv()).http() + name.portOffset()))
                : service;
        this.option = option;
        this.key = key;
    }

    /**
     * Asks and gives the answer.
     *
     * @throws StackFailure if nobody answers, or the answer is an error
     */
    public JsonNode ask(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(Json.encode(body)));
        if (key != null) {
            request.header("X-API-Key", key);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = Json.tree(response.body());
            if (response.statusCode() >= FIRST_ERROR) {
                throw new StackFailure(method + " " + service.resolve(path) + " was answered with "
                        + response.statusCode() + ": " + answer.path("title").asText() + " "
                        + answer.path("errors").path(0));
            }
            return answer;
        } catch (IOException e) {
            throw new StackFailure(
                    "No " + name.module() + " answers at " + service
                            + ": start Signalbox with ./signalbox up, or name one with " + option + ".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}

package dev.signalbox.local.learning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.local.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The classifier of an enrichment service that runs, over its HTTP API. */
public final class ServiceClassifier {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST = 200;
    /** The service takes 256 KiB; the rest is for what JSON needs around a text. */
    private static final int MOST_BYTES = 150_000;

    private static final int FIRST_ERROR = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI service;
    private final @Nullable String key;

    /** @param key the service's API key, or null */
    public ServiceClassifier(URI service, @Nullable String key) {
        this.service = service;
        this.key = key;
    }

    /** Tells resolved tickets to the service; they are learnt in the background. */
    public void teach(List<LabelledText> texts, Consumer<Integer> told) {
        int done = 0;
        for (List<LabelledText> batch : batches(texts)) {
            List<ResolvedTicket> tickets =
                    batch.stream().map(LabelledText::ticket).toList();
            ask("POST", "/v1/history:import", tickets);
            done += batch.size();
            told.accept(done);
        }
    }

    /** Asks the service to learn now what it was told. */
    public void learn() {
        ask("POST", "/v1/model/learn", Map.of());
    }

    /** {@code GET /v1/model}. */
    public JsonNode model(double misroute) {
        return ask("GET", "/v1/model?misroute=" + misroute, null);
    }

    /** What the service says of each text. */
    public List<Answer> classify(List<LabelledText> texts) {
        List<Answer> answers = new ArrayList<>();
        for (List<LabelledText> batch : batches(texts)) {
            JsonNode said = ask(
                    "POST",
                    "/v1/classify",
                    batch.stream()
                            .map(text -> Map.of("subject", text.subject(), "body", text.body()))
                            .toList());
            for (int at = 0; at < batch.size(); at++) {
                JsonNode analysis = said.path(at).path("analysis");
                answers.add(new Answer(
                        batch.get(at).intent(),
                        analysis.path("intent").asText(""),
                        analysis.path("confidence").asDouble()));
            }
        }
        return answers;
    }

    private static List<List<LabelledText>> batches(List<LabelledText> texts) {
        ToLongFunction<LabelledText> size = text -> Json.encode(text.ticket()).length;
        List<List<LabelledText>> batches = new ArrayList<>();
        long bytes = Long.MAX_VALUE / 2;
        for (LabelledText text : texts) {
            bytes += size.applyAsLong(text);
            if (bytes > MOST_BYTES || batches.get(batches.size() - 1).size() == MOST) {
                batches.add(new ArrayList<>());
                bytes = size.applyAsLong(text);
            }
            batches.get(batches.size() - 1).add(text);
        }
        return batches;
    }

    private JsonNode ask(String method, String path, @Nullable Object body) {
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
                    "No enrichment service answers at " + service
                            + ": start Signalbox with ./signalbox up, or name one with --service.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}

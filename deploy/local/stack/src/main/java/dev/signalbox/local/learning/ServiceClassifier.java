package dev.signalbox.local.learning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.local.ServiceDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** The classifier of an enrichment service that runs, over its HTTP API. */
public final class ServiceClassifier {

    private static final int MOST = 200;
    /** The service takes 256 KiB; the rest is for what JSON needs around a text. */
    private static final int MOST_BYTES = 150_000;

    private final ServiceDoor door;

    /** @param door of the enrichment service */
    public ServiceClassifier(ServiceDoor door) {
        this.door = door;
    }

    /** Tells resolved tickets to the service; they are learnt in the background. */
    public void teach(List<LabelledText> texts, Consumer<Integer> told) {
        int done = 0;
        for (List<LabelledText> batch : batches(texts)) {
            List<ResolvedTicket> tickets =
                    batch.stream().map(LabelledText::ticket).toList();
            door.ask("POST", "/v1/history:import", tickets);
            done += batch.size();
            told.accept(done);
        }
    }

    /** Asks the service to learn now what it was told. */
    public void learn() {
        door.ask("POST", "/v1/model/learn", Map.of());
    }

    /** {@code GET /v1/model}. */
    public JsonNode model(double misroute) {
        return door.ask("GET", "/v1/model?misroute=" + misroute, null);
    }

    /** What the service says of each text. */
    public List<Answer> classify(List<LabelledText> texts) {
        List<Answer> answers = new ArrayList<>();
        for (List<LabelledText> batch : batches(texts)) {
            JsonNode said = door.ask(
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
}

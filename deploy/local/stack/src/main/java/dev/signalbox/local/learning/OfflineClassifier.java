package dev.signalbox.local.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import dev.signalbox.local.StackFailure;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The classifier of the built enrichment service in a process of its own, without Kafka, PostgreSQL and HTTP. */
public final class OfflineClassifier implements AutoCloseable {

    private static final String MAIN = "dev.signalbox.enrichment.classify.Workbench";

    private final Process process;
    private final OutputStream questions;
    private final BufferedReader answers;

    /**
     * Starts the process.
     *
     * @param root of the checkout
     * @param heap for example 2g
     */
    public OfflineClassifier(Path root, String heap) {
        Path app = root.resolve("enrichment-service/target/quarkus-app");
        String path =
                String.join(File.pathSeparator, List.of(app + "/app/*", app + "/lib/main/*", app + "/lib/boot/*"));
        try {
            process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx" + heap,
                            "-XX:+UseSerialGC",
                            "-cp",
                            path,
                            MAIN)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new StackFailure("The classifier did not start: " + e.getMessage() + ".", e);
        }
        questions = process.getOutputStream();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Learns these texts and forgets all others; answers with the model's version and what it promises. */
    public JsonNode learn(List<LabelledText> texts, double misroute, boolean embedding) {
        return ask(Map.of(
                "learn", texts.stream().map(LabelledText::ticket).toList(),
                "misroute", misroute,
                "embedding", embedding));
    }

    /** What is said of texts, with the time that took. */
    public JsonNode guess(List<LabelledText> texts) {
        return ask(Map.of("guess", texts.stream().map(LabelledText::text).toList()));
    }

    private JsonNode ask(Object question) {
        try {
            questions.write(Json.encode(question));
            questions.write('\n');
            questions.flush();
            String answer = answers.readLine();
            if (answer != null) {
                return Json.tree(answer.getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new StackFailure("The classifier's process ended: give it more memory with --heap.", e);
        }
        throw new StackFailure("The classifier's process ended: give it more memory with --heap.");
    }

    @Override
    public void close() {
        process.destroy();
    }
}

package dev.signalbox.systemtests.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import dev.signalbox.local.learning.LabelledText;
import dev.signalbox.local.learning.LabelledTexts;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./signalbox bench similar}: the index of similar tickets alone, on texts of yours. */
@Command(
        name = "similar",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the search for similar tickets in a process of its own: recall against comparing with every ticket,"
                    + " time, size, and how fast meanings are computed.",
            "What the texts of the files do not suffice for is filled up with copies that have other words and a turned"
                    + " vector. Vectors are kept in --data: the next run computes only what is missing."
        })
final class SimilarTicketsBench implements Callable<Integer> {

    private static final String MAIN = "dev.signalbox.enrichment.classify.similar.SimilarBench";
    private static final double RECALL_TARGET = 0.97;
    private static final double P99_TARGET_MILLIS = 5;
    private static final double FOUND_TARGET_MILLIS = 2_000;
    private static final double MIB = 1024 * 1024;

    @Option(names = "--tickets", defaultValue = "100000", description = "in the index (default: ${DEFAULT-VALUE})")
    private int tickets;

    @Option(
            names = "--texts",
            required = true,
            description = "file of texts as for ./signalbox train; may be given several times")
    private List<Path> files;

    @Option(
            names = "--questions",
            defaultValue = "500",
            description = "texts that are asked for and not put into the index (default: ${DEFAULT-VALUE})")
    private int questions;

    @Option(
            names = "--embed-seconds",
            defaultValue = "480",
            description = "how long vectors are computed at most (default: ${DEFAULT-VALUE})")
    private double embedSeconds;

    @Option(names = "--seed", defaultValue = "1", description = "(default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--connections",
            defaultValue = "16",
            description = "neighbours of a text in the graph (default: ${DEFAULT-VALUE}, as the service)")
    private int connections;

    @Option(
            names = "--beam",
            defaultValue = "100",
            description = "candidates while the graph is built (default: ${DEFAULT-VALUE}, as the service)")
    private int beam;

    @Option(
            names = "--live",
            defaultValue = "1000",
            description = "tickets that the running service is told of; 0 leaves that out (default: ${DEFAULT-VALUE})")
    private int live;

    @Option(names = "--heap", defaultValue = "1500m", description = "of the process (default: ${DEFAULT-VALUE})")
    private String heap;

    @Option(names = "--data", description = "folder for vectors (default: .signalbox/bench-similar of the checkout)")
    private Path data;

    @Option(names = "--root", hidden = true, defaultValue = "${sys:signalbox.root:-.}")
    private Path root;

    private boolean missed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            for (LabelledText text : LabelledTexts.read(file)) {
                texts.add(text.subject().isBlank() ? text.body() : text.subject() + "\n\n" + text.body());
            }
        }
        print(measure(texts));
        if (live > 0) {
            print(SimilarService.measure(root, texts.subList(0, Math.min(live, texts.size()))));
        }
        return missed ? 1 : 0;
    }

    private JsonNode measure(List<String> texts) throws IOException, InterruptedException {
        Path app = root.resolve("enrichment-service/target/quarkus-app");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        String.join(
                                File.pathSeparator, List.of(app + "/app/*", app + "/lib/main/*", app + "/lib/boot/*")),
                        MAIN)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream questionsAndTexts = process.getOutputStream()) {
            questionsAndTexts.write(Json.encode(settings()));
            questionsAndTexts.write('\n');
            for (String text : texts) {
                questionsAndTexts.write(Json.encode(text));
                questionsAndTexts.write('\n');
            }
        }
        try (BufferedReader answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String answer = answers.readLine();
            if (process.waitFor() != 0 || answer == null) {
                throw new IOException("The measuring process ended early; it may need more memory: --heap.");
            }
            return Json.tree(answer.getBytes(UTF_8));
        }
    }

    private Map<String, Object> settings() {
        Path folder = data == null ? root.resolve(".signalbox/bench-similar") : data;
        return Map.of(
                "tickets", tickets,
                "questions", questions,
                "embedSeconds", embedSeconds,
                "folder", folder.toAbsolutePath().toString(),
                "seed", seed,
                "connections", connections,
                "beam", beam);
    }

    private void print(JsonNode said) {
        line(
                "* %d tickets: %d real texts (median %d words), %d made of them (other words, turned vectors); %d real questions",
                tickets,
                said.path("real").asInt(),
                said.path("wordsMedian").asInt(),
                said.path("made").asInt(),
                said.path("questions").asInt());
        double recall = said.path("recall").asDouble();
        line(
                "* recall@10 against comparing with every ticket's 32-bit vector: %.4f (target %.2f): %s",
                recall, RECALL_TARGET, met(recall >= RECALL_TARGET));
        System.out.println(
                "\n| search | p50, ms | p99, ms | p50 of processor time, ms | p99, ms |\n|---|---:|---:|---:|---:|");
        for (String by : List.of("words", "meaning", "both")) {
            line(
                    "| by %s | %.2f | %.2f | %.2f | %.2f |",
                    by,
                    said.path(by + "P50Millis").asDouble(),
                    said.path(by + "P99Millis").asDouble(),
                    said.path(by + "P50CpuMillis").asDouble(),
                    said.path(by + "P99CpuMillis").asDouble());
        }
        double p99 = said.path("bothP99Millis").asDouble();
        line("\n* p99 by both at most %.0f ms: %s", P99_TARGET_MILLIS, met(p99 <= P99_TARGET_MILLIS));
        line(
                "* files: %.1f MiB for words, %.1f MiB for meanings; heap for the index and its list of tickets: %.1f MiB",
                said.path("wordsBytes").asDouble() / MIB,
                said.path("meaningsBytes").asDouble() / MIB,
                said.path("heapBytes").asDouble() / MIB);
        line(
                "* built anew: words in %.1f s, meanings from stored vectors in %.1f s",
                said.path("wordsSeconds").asDouble(),
                said.path("meaningsSeconds").asDouble());
        int embedded = said.path("embedded").asInt();
        if (embedded > 0) {
            line(
                    "* meanings computed: %d texts, %.0f a second, %.0f a second of processor time; the service takes half a"
                            + " core by default",
                    embedded,
                    embedded / said.path("embedSeconds").asDouble(),
                    embedded / said.path("embedCpuSeconds").asDouble());
        }
    }

    private void print(SimilarService service) {
        System.out.println("\nThe running service, told of " + live + " tickets:");
        line(
                "* from a resolved ticket's being on Kafka to its being found: median %.0f ms, longest %.0f ms (target %.0f): %s",
                service.foundP50Millis(),
                service.foundMaxMillis(),
                FOUND_TARGET_MILLIS,
                met(service.foundMaxMillis() <= FOUND_TARGET_MILLIS));
        line("* backlog: %.0f meanings a second", service.computedPerSecond());
        line(
                "* after a restart: ready and found by words in %.1f s, by meaning %.1f s later; %.0f computed again; %d MiB",
                service.restartSeconds(), service.restoredSeconds(), service.computedAgain(), service.residentMib());
        missed |= service.computedAgain() > 0;
    }

    private String met(boolean reached) {
        missed |= !reached;
        return reached ? "met" : "MISSED";
    }

    private static void line(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}

package dev.signalbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.learning.LabelledText;
import dev.signalbox.local.learning.LabelledTexts;
import dev.signalbox.local.learning.ServiceClassifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./signalbox train FILE}: tells resolved tickets to the service and waits until a model has learnt them. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Tells the labelled texts of a file to the enrichment service and waits until it has learnt them"
                + " (docs/understanding.md).")
final class TrainCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int STEP = 5000;

    @Parameters(paramLabel = "FILE", description = "CSV or .jsonl, also .gz: text and intent.")
    private Path file;

    @Option(names = "--patience", defaultValue = "15m", description = "How long to wait (default: ${DEFAULT-VALUE}).")
    private String patience;

    @Mixin
    private ServiceOption service;

    @Override
    public Integer call() {
        Console console = Console.standard(false);
        List<LabelledText> texts = LabelledTexts.read(file);
        ServiceClassifier classifier = service.classifier();
        classifier.teach(texts, told -> {
            if (told % STEP < 200) {
                console.progress(told + " of " + texts.size() + " told");
            }
        });
        console.progress("All " + texts.size() + " are told; the service learns them in the background");
        JsonNode model = learnt(classifier);
        console.result(String.format(
                java.util.Locale.ROOT,
                "%s: %d tickets, accuracy %.4f and calibration error %.4f on %d that it had not seen; meanings %s",
                model.path("modelVersion").asText(),
                model.path("tickets").asInt(),
                model.path("accuracy").asDouble(),
                model.path("calibrationError").asDouble(),
                model.path("measuredOn").asInt(),
                model.path("embedding").isObject()
                        ? "below " + model.path("embedding").path("below").asText()
                        : "never"));
        return 0;
    }

    private JsonNode learnt(ServiceClassifier classifier) {
        long end = System.nanoTime()
                + Duration.parse("PT" + patience.toUpperCase(java.util.Locale.ROOT))
                        .toNanos();
        while (System.nanoTime() < end) {
            try {
                // what was told a moment ago is still on its way from Kafka
                Thread.sleep(LOOK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted.", e);
            }
            JsonNode model = classifier.model(0.021);
            boolean all = model.path("learning").path("waiting").asInt() == 0;
            if (all && !model.path("learning").path("busy").asBoolean()) {
                return model;
            }
            if (!all) {
                classifier.learn();
            }
        }
        throw new StackFailure("After " + patience + " the service still learns: GET /v1/model shows when it has.");
    }
}

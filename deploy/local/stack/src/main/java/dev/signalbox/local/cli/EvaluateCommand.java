package dev.signalbox.local.cli;

import dev.signalbox.contracts.Json;
import dev.signalbox.local.StackFailure;
import dev.signalbox.local.learning.Evaluation;
import dev.signalbox.local.learning.Evaluation.Learning;
import dev.signalbox.local.learning.LabelledText;
import dev.signalbox.local.learning.LabelledTexts;
import dev.signalbox.local.learning.LearningStream;
import dev.signalbox.local.learning.OfflineClassifier;
import dev.signalbox.local.learning.ScorecardTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ./signalbox evaluate FILE}: how good the classifier is on texts that it has not seen. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Says how good the classifier is on the labelled texts of a file: accuracy, macro-F1, calibration error,"
                    + " precision and coverage, what is confused (docs/understanding.md).",
            "Without --folds, --learn and --stream it asks the service that runs. With them the built service's own"
                    + " classes learn in a process of their own; nothing that runs is touched."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "CSV or .jsonl, also .gz: text and intent.")
    private Path file;

    @Option(names = "--folds", description = "Learn all but one part and ask about that, for each of so many parts.")
    private Integer folds;

    @Option(names = "--learn", paramLabel = "FILE", description = "Learn this file and ask about the other.")
    private Path learn;

    @Option(names = "--examples", defaultValue = "0", description = "Learn at most so many texts of each intent.")
    private int examples;

    @Option(
            names = "--stream",
            paramLabel = "TEXTS",
            description = {
                "Begin with --examples of each intent; then ask about so many texts, learn them, and so on, beside a"
                        + " model that does not learn."
            })
    private Integer stream;

    @Option(
            names = "--in-order",
            description = "With --stream: in the order of the file, as they came, not shuffled by the seed.")
    private boolean inOrder;

    @Option(
            names = "--outside",
            paramLabel = "LABEL",
            description = "Texts of this label are of no intent: never learnt.")
    private String outside;

    @Option(names = "--linear-alone", description = "Do not use the sentence encoder.")
    private boolean linearAlone;

    @Option(
            names = "--misroute",
            defaultValue = "0.021",
            description = "Share of wrong intents that is accepted (default: ${DEFAULT-VALUE}).")
    private double misroute;

    @Option(names = "--floor", defaultValue = "0.6", description = "The policy's floor (default: ${DEFAULT-VALUE}).")
    private double floor;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the order of the texts (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--heap", defaultValue = "2g", description = "Of the learning process (default: ${DEFAULT-VALUE}).")
    private String heap;

    @Option(names = "--report", paramLabel = "FILE", description = "Write everything, as JSON, to this file.")
    private Path report;

    @Mixin
    private ServiceOption service;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (folds != null && (folds < 2 || learn != null)) {
            throw new ParameterException(spec.commandLine(), "--folds must be 2 or more and goes without --learn");
        }
        if (misroute <= 0 || misroute >= 1) {
            throw new ParameterException(spec.commandLine(), "--misroute must be above 0 and below 1");
        }
        if (stream != null && (stream < 1 || examples < 1 || folds != null || learn != null || report != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--stream must be 1 or more, needs --examples, and goes without --folds, --learn and --report");
        }
        Console console = Console.standard(false);
        List<LabelledText> texts = LabelledTexts.read(file);
        if (stream != null) {
            stream(console, texts);
            return 0;
        }
        Evaluation evaluation = new Evaluation(floor, misroute, outside);
        Learning learning = new Learning(seed, examples, !linearAlone);
        if (folds == null && learn == null) {
            evaluation.ask(service.classifier(), texts);
        } else {
            console.progress("seed " + seed);
            try (OfflineClassifier classifier = new OfflineClassifier(Signalbox.root(), heap)) {
                if (folds == null) {
                    console.progress(evaluation.learn(classifier, LabelledTexts.read(learn), texts, learning));
                } else {
                    evaluation.folds(classifier, texts, folds, learning, console::progress);
                }
            }
        }
        Evaluation.Result result = evaluation.result();
        ScorecardTable.lines(result).forEach(console::result);
        if (report != null) {
            try {
                Files.write(report, Json.encode(result));
            } catch (IOException e) {
                throw new StackFailure("Cannot write " + report + ": " + e.getMessage() + ".", e);
            }
        }
        return 0;
    }

    private void stream(Console console, List<LabelledText> texts) {
        List<LabelledText> order = new ArrayList<>(texts);
        order.removeIf(text -> text.intent().equals(outside));
        if (!inOrder) {
            console.progress("seed " + seed);
            Collections.shuffle(order, new Random(seed));
        }
        console.result(" learnt   asked  accuracy  frozen");
        try (OfflineClassifier classifier = new OfflineClassifier(Signalbox.root(), heap)) {
            new LearningStream(examples, stream)
                    .run(
                            LearningStream.Learner.of(classifier, misroute, !linearAlone),
                            order,
                            part -> console.result(part.line()));
        }
    }
}

package dev.signalbox.local.learning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.local.learning.Scorecard.Gate;
import dev.signalbox.local.learning.Scorecard.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects what classifiers say of texts that they did not learn.
 *
 * @see Result
 */
public final class Evaluation {

    private final double floor;
    private final double misroute;
    private final @Nullable String outside;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Double> promisedFrom = new ArrayList<>();
    private final List<Double> confidencesOutside = new ArrayList<>();
    private final List<long[]> latencies = new ArrayList<>();
    private long cpu;
    private long linearCpu;
    private long embedded;
    private double learning;

    /** @param outside the label of texts that are of no intent: never learnt, or null */
    public Evaluation(double floor, double misroute, @Nullable String outside) {
        this.floor = floor;
        this.misroute = misroute;
        this.outside = outside;
    }

    /**
     * The result.
     *
     * @param atFloor answers at the policy's floor
     * @param atMisroute answers at the thresholds that the models gave for the chosen misroute
     * @param promisedFrom the mean of these thresholds
     * @param speed only of a classifier that ran in a process of its own
     */
    public record Result(
            Scorecard scorecard,
            double floor,
            Gate atFloor,
            double misroute,
            double promisedFrom,
            Gate atMisroute,
            @Nullable Scope scope,
            @Nullable Speed speed) {}

    /**
     * Of one core.
     *
     * @param textsPerSecond of CPU time, the whole cascade
     * @param embedded share of texts that the second stage was asked about
     * @param linearTextsPerSecond of CPU time, the first stage alone
     * @param linearP99Millis by the clock, the first stage alone, one text
     * @param learningSeconds CPU time of all learning
     */
    public record Speed(
            double textsPerSecond,
            double embedded,
            double linearTextsPerSecond,
            double linearP50Millis,
            double linearP99Millis,
            double learningSeconds) {}

    /** Learns all but one part and asks about that part, for each of some parts. */
    public void folds(
            OfflineClassifier classifier,
            List<LabelledText> texts,
            int folds,
            Learning learning,
            Consumer<String> said) {
        List<LabelledText> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(learning.seed()));
        for (int fold = 0; fold < folds; fold++) {
            List<LabelledText> learnt = new ArrayList<>();
            List<LabelledText> asked = new ArrayList<>();
            for (int at = 0; at < shuffled.size(); at++) {
                (at % folds == fold ? asked : learnt).add(shuffled.get(at));
            }
            said.accept("fold " + (fold + 1) + ": " + learn(classifier, learnt, asked, learning));
        }
    }

    /**
     * How is learnt.
     *
     * @param examples at most so many of each intent, the first of a shuffled order; 0: all
     * @param embedding whether the second stage may be used
     */
    public record Learning(long seed, int examples, boolean embedding) {}

    /** Learns some texts and asks about others; says what was learnt. */
    public String learn(
            OfflineClassifier classifier, List<LabelledText> learnt, List<LabelledText> asked, Learning how) {
        List<LabelledText> chosen = chosen(learnt, how);
        JsonNode model = classifier.learn(chosen, misroute, how.embedding());
        JsonNode guessed = classifier.guess(asked);
        double from = model.path("promisedFrom").asDouble();
        for (int at = 0; at < asked.size(); at++) {
            JsonNode said = guessed.path("said").path(at);
            add(
                    asked.get(at),
                    said.path("intent").asText(),
                    said.path("confidence").asDouble(),
                    from);
            embedded += said.path("embedded").asBoolean() ? 1 : 0;
        }
        cpu += guessed.path("cpuNanos").asLong();
        linearCpu += guessed.path("linearCpuNanos").asLong();
        long[] nanos = new long[asked.size()];
        Arrays.setAll(nanos, at -> guessed.path("linearNanos").path(at).asLong());
        latencies.add(nanos);
        learning += model.path("cpuSeconds").asDouble();
        return String.format(
                java.util.Locale.ROOT,
                "%s of %d texts in %.0f s of CPU, unseen accuracy %.4f, meanings %s",
                model.path("modelVersion").asText(),
                chosen.size(),
                model.path("cpuSeconds").asDouble(),
                model.path("accuracy").asDouble(),
                model.path("below").isNumber()
                        ? "below " + model.path("below").asText() + " with weight "
                                + model.path("mix").asText()
                        : "never");
    }

    private List<LabelledText> chosen(List<LabelledText> texts, Learning how) {
        List<LabelledText> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(how.seed()));
        Map<String, Integer> taken = new HashMap<>();
        return shuffled.stream()
                .filter(text -> !text.intent().equals(outside))
                .filter(text -> how.examples() == 0 || taken.merge(text.intent(), 1, Integer::sum) <= how.examples())
                .toList();
    }

    /** Asks a service that runs. */
    public void ask(ServiceClassifier service, List<LabelledText> texts) {
        double from = service.model(misroute)
                .path("promise")
                .path("from")
                .path("threshold")
                .asDouble();
        List<Answer> said = service.classify(texts);
        for (int at = 0; at < said.size(); at++) {
            add(texts.get(at), said.get(at).guessed(), said.get(at).confidence(), from);
        }
    }

    private void add(LabelledText text, String guessed, double confidence, double from) {
        if (text.intent().equals(outside)) {
            confidencesOutside.add(confidence);
        } else {
            answers.add(new Answer(text.intent(), guessed, confidence));
            promisedFrom.add(from);
        }
    }

    public Result result() {
        return new Result(
                Scorecard.of(answers),
                floor,
                Scorecard.gate(answers, Collections.nCopies(answers.size(), floor)),
                misroute,
                promisedFrom.stream().mapToDouble(Double::doubleValue).average().orElse(1),
                Scorecard.gate(answers, promisedFrom),
                confidencesOutside.isEmpty()
                        ? null
                        : Scope.of(answers.stream().map(Answer::confidence).toList(), confidencesOutside),
                latencies.isEmpty() ? null : speed());
    }

    private Speed speed() {
        long[] nanos = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Speed(
                nanos.length * 1e9 / cpu,
                (double) embedded / nanos.length,
                nanos.length * 1e9 / linearCpu,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                learning);
    }
}

package dev.signalbox.enrichment.classify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.IntentModel.Guess;
import dev.signalbox.enrichment.classify.confidence.CoverageCurve;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The classifier as a process of its own, without Kafka and PostgreSQL: {@code ./signalbox evaluate} lets it learn from one
 * part of a file and guess the other, and touches no running service. Reads one JSON object a line, {@code learn} or
 * {@code guess}, and answers each with a line.
 */
public final class Workbench {

    private static final int BATCH = 64;
    private static final int DIGITS = 6;
    private static final int REMEMBERED = 100_000;

    /** What was learnt before is embedded once, however often it is learnt; what is guessed, each time. */
    private final Meanings learning = new Meanings(REMEMBERED);

    private final Meanings guessing = new Meanings(0);
    private IntentModel model = new Training(List.of()).learn();

    /**
     * An answer to {@code {"learn": [resolved tickets], "misroute": 0.021, "embedding": true}}.
     *
     * @param promisedFrom threshold that keeps the misroute, 1: none does
     * @param below raw confidence below which the second stage is asked, null: never
     * @param cpuSeconds that learning took
     */
    record Learned(
            String modelVersion,
            double accuracy,
            double calibrationError,
            double promisedFrom,
            @Nullable Double below,
            @Nullable Double mix,
            double cpuSeconds) {}

    /**
     * An answer to {@code {"guess": [texts]}}.
     *
     * @param cpuNanos of the whole cascade
     * @param linearCpuNanos of the first stage alone
     * @param linearNanos of the first stage alone, for each text
     */
    record Guessed(List<Said> said, long cpuNanos, long linearCpuNanos, long[] linearNanos) {}

    /** What is said of one text. */
    record Said(String intent, BigDecimal confidence, BigDecimal rawConfidence, boolean embedded) {}

    /** Runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Workbench workbench = new Workbench();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode asked = Json.tree(line.getBytes(UTF_8));
            Object answer = asked.has("learn") ? workbench.learn(asked) : workbench.guess(asked.path("guess"));
            answers.write(Json.encode(answer));
            answers.println();
            answers.flush();
        }
    }

    private Learned learn(JsonNode asked) {
        List<ResolvedTicket> tickets = StreamSupport.stream(asked.path("learn").spliterator(), false)
                .map(ticket -> Json.decode(Json.encode(ticket), ResolvedTicket.class))
                .toList();
        long begun = cpu();
        model = new Training(tickets, asked.path("embedding").asBoolean() ? learning : null).learn();
        CoverageCurve.Point promising =
                model.curve().promising(asked.path("misroute").asDouble());
        SecondStage second = model.second();
        return new Learned(
                model.version(),
                model.accuracy(),
                model.curve().calibrationError(),
                promising.threshold(),
                second == null ? null : second.below(),
                second == null ? null : second.mix(),
                (cpu() - begun) / 1e9);
    }

    private Guessed guess(JsonNode asked) {
        List<String> texts = new ArrayList<>();
        asked.forEach(text -> texts.add(text.asText()));
        long begun = cpu();
        List<Guess> guesses = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            guesses.addAll(model.guess(texts.subList(from, Math.min(texts.size(), from + BATCH)), guessing));
        }
        long cascade = cpu() - begun;
        IntentModel linear = model.linearAlone();
        long[] nanos = new long[texts.size()];
        begun = cpu();
        for (int at = 0; at < nanos.length; at++) {
            long now = System.nanoTime();
            linear.guess(texts.subList(at, at + 1), guessing);
            nanos[at] = System.nanoTime() - now;
        }
        long alone = cpu() - begun;
        Arrays.sort(nanos);
        return new Guessed(guesses.stream().map(Workbench::said).toList(), cascade, alone, nanos);
    }

    private static Said said(Guess guess) {
        return new Said(guess.intent().name(), decimal(guess.confidence()), decimal(guess.raw()), guess.embedded());
    }

    private static BigDecimal decimal(double share) {
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

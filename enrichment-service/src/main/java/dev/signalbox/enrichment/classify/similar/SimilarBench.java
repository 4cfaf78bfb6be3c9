package dev.signalbox.enrichment.classify.similar;

import dev.signalbox.contracts.Json;
import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.similar.SimilarTexts.Asked;
import dev.signalbox.enrichment.classify.similar.SimilarTexts.Found;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Measures the index of similar tickets in a process of its own, without Kafka and PostgreSQL: {@code ./signalbox bench
 * similar} starts it. Reads one line of JSON with its settings and then a text a line, each a JSON string; answers with one
 * line of figures.
 */
public final class SimilarBench {

    private static final int KEPT = 10;
    private static final int WARM_UP = 3000;

    /**
     * What is measured.
     *
     * @param tickets in the index
     * @param questions that are asked
     * @param embedSeconds how long vectors may be computed
     * @param folder where vectors are kept between measurements
     */
    public record Settings(
            int tickets, int questions, double embedSeconds, String folder, long seed, int connections, int beam) {}

    private final Settings settings;
    private final BenchTexts texts;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private SimilarBench(Settings settings) {
        this.settings = settings;
        texts = new BenchTexts(settings.seed());
    }

    /** Runs one measurement. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        SimilarBench bench = new SimilarBench(Json.decode(in.readLine(), Settings.class));
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(Json.decode(line, String.class));
        }
        bench.measure(lines);
        answers.write(Json.encode(bench.figures));
        answers.println();
        answers.flush();
    }

    private void measure(List<String> lines) throws IOException {
        texts.read(lines, new VectorCache(Path.of(settings.folder())), settings.embedSeconds());
        // the first ones are asked for, and are no tickets
        int first = Math.min(settings.questions(), texts.real() / 2);
        texts.fill(first, first + settings.tickets());
        figures.put("real", Math.min(settings.tickets(), texts.real() - first));
        figures.put("made", Math.max(0, settings.tickets() - (texts.real() - first)));
        figures.put("questions", first);
        int[] lengths = texts.lengths();
        figures.put("wordsMedian", lengths.length == 0 ? 0 : lengths[lengths.length / 2]);
        figures.put("embedded", texts.computed());
        figures.put("embedSeconds", texts.seconds());
        figures.put("embedCpuSeconds", texts.cpuSeconds());
        try (ScratchFolder folder = ScratchFolder.in(Path.of(settings.folder()));
                SimilarTexts<Integer> index = new SimilarTexts<>(
                        texts::text, folder, "bench", 0.75f, settings.connections(), settings.beam())) {
            fill(index, first);
            search(index, first);
        }
    }

    private void fill(SimilarTexts<Integer> index, int first) {
        long heapBefore = heap();
        long begun = System.nanoTime();
        for (int i = first; i < first + settings.tickets(); i++) {
            index.put("t" + i, i);
        }
        index.refreshWords();
        figures.put("wordsSeconds", (System.nanoTime() - begun) / 1e9);
        long words = index.bytes();
        begun = System.nanoTime();
        for (int i = first; i < first + settings.tickets(); i++) {
            index.means("t" + i, texts.text(i), Embedding.of(texts.vector(i)));
            if (i % MeaningBacklog.ROUND == 0) {
                index.refreshMeanings();
            }
        }
        index.refreshMeanings();
        figures.put("meaningsSeconds", (System.nanoTime() - begun) / 1e9);
        figures.put("wordsBytes", words);
        figures.put("meaningsBytes", index.bytes() - words);
        figures.put("heapBytes", Math.max(0, heap() - heapBefore));
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void search(SimilarTexts<Integer> index, int first) {
        double hits = 0;
        for (int question = 0; question < first; question++) {
            float[] nearest = texts.nearest(question, first, first + settings.tickets(), KEPT);
            Asked byMeaning = new Asked(Words.of(""), Embedding.of(texts.vector(question)));
            for (Found<Integer> found : index.find(byMeaning, KEPT)) {
                hits += texts.cosine(question, found.document()) >= nearest[KEPT - 1] ? 1 : 0;
            }
        }
        figures.put("recall", hits / first / KEPT);
        Asked[] asked = new Asked[first];
        for (int question = 0; question < first; question++) {
            asked[question] = new Asked(Words.of(texts.text(question)), Embedding.of(texts.vector(question)));
        }
        time("words", first, question -> index.find(new Asked(asked[question].words(), null), KEPT));
        time("meaning", first, question -> index.find(new Asked(Words.of(""), asked[question].meaning()), KEPT));
        time("both", first, question -> index.find(asked[question], KEPT));
    }

    private void time(String name, int questions, IntFunction<List<Found<Integer>>> search) {
        for (int i = 0; i < WARM_UP; i++) {
            search.apply(i % questions);
        }
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[questions];
        long[] cpu = new long[questions];
        for (int question = 0; question < questions; question++) {
            long cpuBefore = thread.getCurrentThreadCpuTime();
            long begun = System.nanoTime();
            search.apply(question);
            nanos[question] = System.nanoTime() - begun;
            cpu[question] = thread.getCurrentThreadCpuTime() - cpuBefore;
        }
        Arrays.sort(nanos);
        Arrays.sort(cpu);
        int last = (int) Math.ceil(questions * 0.99) - 1;
        figures.put(name + "P50Millis", nanos[questions / 2] / 1e6);
        figures.put(name + "P99Millis", nanos[last] / 1e6);
        figures.put(name + "P50CpuMillis", cpu[questions / 2] / 1e6);
        figures.put(name + "P99CpuMillis", cpu[last] / 1e6);
    }
}

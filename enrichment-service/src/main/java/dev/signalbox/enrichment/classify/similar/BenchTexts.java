package dev.signalbox.enrichment.classify.similar;

import dev.signalbox.enrichment.classify.embedding.SentenceEncoder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/** Texts of a measurement with their vectors: real ones, and copies with other words and a turned vector to fill up. */
final class BenchTexts {

    private static final int BLOCK = 2048;
    /** How far a copy's vector is turned: its cosine with the original is about 0.95. */
    private static final double TURN = 0.33;

    private static final double OTHER_WORDS = 0.25;

    private final Random random;
    private final List<String> texts = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private int real;
    private int computed;
    private double seconds;
    private double cpuSeconds;

    BenchTexts(long seed) {
        random = new Random(seed);
    }

    /** Takes real texts in a random order; computes vectors for those that are not cached for at most so many seconds. */
    void read(List<String> lines, VectorCache cache, double budget) throws IOException {
        List<String> order = new ArrayList<>(new LinkedHashSet<>(lines));
        Collections.shuffle(order, random);
        List<String> missing =
                order.stream().filter(text -> cache.of(text) == null).toList();
        if (!missing.isEmpty() && budget > 0) {
            compute(missing, cache, budget);
        }
        for (String text : order) {
            float[] vector = cache.of(text);
            if (vector != null) {
                texts.add(text);
                vectors.add(vector);
            }
        }
        real = texts.size();
    }

    private void compute(List<String> missing, VectorCache cache, double budget) throws IOException {
        try (SentenceEncoder encoder = new SentenceEncoder()) {
            long begun = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int from = 0; from < missing.size() && (System.nanoTime() - begun) / 1e9 < budget; from += BLOCK) {
                // encode() puts texts of like length together
                List<String> block = missing.subList(from, Math.min(missing.size(), from + BLOCK));
                cache.add(block, encoder.encode(block));
                computed += block.size();
            }
            seconds = (System.nanoTime() - begun) / 1e9;
            cpuSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        }
    }

    /** Adds copies until there are so many. */
    void fill(int from, int size) {
        while (texts.size() < size) {
            int original = from + random.nextInt(real - from);
            texts.add(otherWords(texts.get(original)));
            vectors.add(turned(vectors.get(original)));
        }
    }

    private String otherWords(String text) {
        String[] words = text.split(" ");
        String[] others = texts.get(random.nextInt(real)).split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = random.nextDouble() < OTHER_WORDS ? others[random.nextInt(others.length)] : words[i];
        }
        return String.join(" ", words);
    }

    private float[] turned(float[] vector) {
        float[] turned = new float[vector.length];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            turned[i] = (float) (vector[i] + random.nextGaussian() * TURN / Math.sqrt(vector.length));
            square += turned[i] * turned[i];
        }
        for (int i = 0; i < vector.length; i++) {
            turned[i] /= (float) Math.sqrt(square);
        }
        return turned;
    }

    /** The cosines of the nearest texts between two places, the nearest first: every one is compared. */
    float[] nearest(int question, int from, int to, int most) {
        float[] best = new float[most];
        Arrays.fill(best, -1);
        for (int i = from; i < to; i++) {
            float cosine = cosine(question, i);
            if (cosine > best[most - 1]) {
                int place = most - 1;
                while (place > 0 && best[place - 1] < cosine) {
                    best[place] = best[place - 1];
                    place--;
                }
                best[place] = cosine;
            }
        }
        return best;
    }

    float cosine(int one, int other) {
        float[] a = vectors.get(one);
        float[] b = vectors.get(other);
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        for (int i = 0; i < a.length; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        return sum0 + sum1 + sum2 + sum3;
    }

    String text(int number) {
        return texts.get(number);
    }

    float[] vector(int number) {
        return vectors.get(number);
    }

    int size() {
        return texts.size();
    }

    int real() {
        return real;
    }

    int computed() {
        return computed;
    }

    double seconds() {
        return seconds;
    }

    double cpuSeconds() {
        return cpuSeconds;
    }

    /** Lengths of the real texts in words, the shortest first. */
    int[] lengths() {
        return texts.subList(0, real).stream()
                .map(text -> text.split("\\s+").length)
                .sorted(Comparator.naturalOrder())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

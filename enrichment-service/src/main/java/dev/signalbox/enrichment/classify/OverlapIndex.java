package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.classify.Features.Feature;
import dev.signalbox.enrichment.classify.linear.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds texts by the words they share, the rarer the heavier. Immutable.
 *
 * @param <T> what the texts belong to
 */
final class OverlapIndex<T> {

    /** A word of more texts than this tells nothing about one of them. */
    private static final int COMMON = 500;

    private final List<T> documents = new ArrayList<>();
    private final float[] weights;
    private final Map<Integer, int[]> postings = new HashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();

    private final Measure measure;

    /** What the weight of the shared words is a part of. */
    enum Measure {
        /** The weight of all words of both texts: 1 for equal ones. */
        OF_BOTH,
        /** The weight of the lighter text: 1 where one holds all words of the other. */
        OF_LIGHTER
    }

    /** A text that was found; {@code similarity} 0..1. */
    record Found<T>(T document, float similarity) {}

    /** @param texts what to find, with its text */
    OverlapIndex(Map<T, String> texts, Measure measure) {
        this.measure = measure;
        texts.forEach((document, text) -> {
            documents.add(document);
            Features.of(text).stream()
                    .filter(feature -> !feature.pair())
                    .forEach(word -> vocabulary.count(word.hash()));
        });
        // the words are read twice rather than kept: those of tens of thousands of texts take much memory
        int[] filled = new int[vocabulary.size()];
        weights = new float[documents.size()];
        int document = 0;
        for (String text : texts.values()) {
            List<Feature> words = Features.of(text);
            for (Feature word : words) {
                int number = word.pair() ? Vocabulary.UNKNOWN : vocabulary.number(word.hash());
                if (number != Vocabulary.UNKNOWN && vocabulary.texts(number) <= COMMON) {
                    int[] list = postings.computeIfAbsent(number, unused -> new int[vocabulary.texts(number)]);
                    list[filled[number]++] = document;
                }
            }
            weights[document++] = weight(words);
        }
    }

    private float weight(List<Feature> words) {
        float sum = 0;
        for (Feature word : words) {
            sum += word.pair() ? 0 : rarity(word);
        }
        return sum;
    }

    /** How telling a word is: inverse document frequency. */
    private float rarity(Feature word) {
        int number = vocabulary.number(word.hash());
        int seen = number == Vocabulary.UNKNOWN ? 0 : vocabulary.texts(number);
        return (float) Math.log((1.0 + documents.size()) / (1.0 + seen)) + 1;
    }

    /** The texts that share the most, best first, of equal ones the earlier. */
    List<Found<T>> find(List<Feature> features, int atMost, double from) {
        Map<Integer, Float> shared = new HashMap<>();
        for (Feature word : features) {
            int[] list = word.pair() ? null : postings.get(vocabulary.number(word.hash()));
            if (list != null) {
                float rarity = rarity(word);
                for (int document : list) {
                    shared.merge(document, rarity, Float::sum);
                }
            }
        }
        float whole = weight(features);
        Comparator<Map.Entry<Integer, Float>> worstFirst = Comparator.<Map.Entry<Integer, Float>>comparingDouble(
                        entry -> similarity(entry, whole))
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder());
        PriorityQueue<Map.Entry<Integer, Float>> best = new PriorityQueue<>(worstFirst);
        for (Map.Entry<Integer, Float> entry : shared.entrySet()) {
            if (similarity(entry, whole) >= from) {
                best.add(entry);
                if (best.size() > atMost) {
                    best.poll();
                }
            }
        }
        return best.stream()
                .sorted(worstFirst.reversed())
                .map(entry -> new Found<>(documents.get(entry.getKey()), similarity(entry, whole)))
                .toList();
    }

    private float similarity(Map.Entry<Integer, Float> shared, float whole) {
        float other = weights[shared.getKey()];
        float all = measure == Measure.OF_BOTH ? whole + other - shared.getValue() : Math.min(whole, other);
        return all <= 0 ? 0 : Math.min(1, shared.getValue() / all);
    }
}

package dev.signalbox.enrichment.classify;

import java.util.List;

/**
 * Turns features into vectors of weights: the rarer a feature, the heavier; a whole text has length 1. Features that
 * were never learnt have their share of the length, so that a text of unknown words comes out short.
 */
final class Vectors {

    /** A sparse vector. */
    record Vector(int[] numbers, float[] weights) {}

    /** A pair of words repeats what its words say. */
    private static final float PAIR = 0.5f;

    private final Vocabulary vocabulary;
    private final int texts;

    Vectors(Vocabulary vocabulary, int texts) {
        this.vocabulary = vocabulary;
        this.texts = texts;
    }

    int number(Features.Feature feature) {
        return vocabulary.number(feature.hash());
    }

    Vector of(List<Features.Feature> features) {
        int[] numbers = new int[features.size()];
        float[] weights = new float[features.size()];
        int known = 0;
        double square = 0;
        for (Features.Feature feature : features) {
            int number = vocabulary.number(feature.hash());
            // a pair of known words that never stood together says nothing about how much of a text is known
            if (number == Vocabulary.UNKNOWN && feature.pair()) {
                continue;
            }
            float weight = rarity(number) * (feature.pair() ? PAIR : 1);
            square += weight * weight;
            if (number != Vocabulary.UNKNOWN) {
                numbers[known] = number;
                weights[known++] = weight;
            }
        }
        float length = square == 0 ? 1 : (float) Math.sqrt(square);
        for (int i = 0; i < known; i++) {
            weights[i] /= length;
        }
        return new Vector(java.util.Arrays.copyOf(numbers, known), java.util.Arrays.copyOf(weights, known));
    }

    /** The part of a text's words that were learnt, each as heavy as it is telling; 0..1. */
    float knownPart(List<Features.Feature> features) {
        float known = 0;
        float all = 0;
        for (Features.Feature feature : features) {
            if (!feature.pair()) {
                int number = number(feature);
                float weight = rarity(number);
                all += weight;
                known += number == Vocabulary.UNKNOWN ? 0 : weight;
            }
        }
        return all == 0 ? 0 : known / all;
    }

    /** How telling a feature is: inverse document frequency. */
    float rarity(int number) {
        int seen = number == Vocabulary.UNKNOWN ? 0 : vocabulary.texts(number);
        return (float) Math.log((1.0 + texts) / (1.0 + seen)) + 1;
    }
}

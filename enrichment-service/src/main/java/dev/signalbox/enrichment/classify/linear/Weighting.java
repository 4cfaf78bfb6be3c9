package dev.signalbox.enrichment.classify.linear;

import dev.signalbox.enrichment.classify.binary.Binary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** TF-IDF: the rarer a term, the heavier; repetitions count by their logarithm; a whole text has length 1. */
final class Weighting {

    /** 1 + the logarithm of how often a term occurs. */
    private static final float[] LOGARITHMS = new float[64];

    static {
        for (int i = 0; i < LOGARITHMS.length; i++) {
            LOGARITHMS[i] = 1 + (float) Math.log(i + 1.0);
        }
    }

    private final float[] rarities;
    private final float rarest;

    /**
     * @param seen in how many of the texts each term occurs
     * @param least a term of fewer texts than this counts as unknown
     */
    Weighting(int[] seen, int texts, int least) {
        rarities = new float[seen.length];
        for (int number = 0; number < rarities.length; number++) {
            rarities[number] = seen[number] < least ? 0 : rarity(texts, seen[number]);
        }
        rarest = rarity(texts, 0);
    }

    private Weighting(float[] rarities, float rarest) {
        this.rarities = rarities;
        this.rarest = rarest;
    }

    void write(DataOutput out) throws IOException {
        Binary.write(out, rarities);
        out.writeFloat(rarest);
    }

    static Weighting read(DataInput in) throws IOException {
        return new Weighting(Binary.floats(in), in.readFloat());
    }

    private static float rarity(int texts, int seen) {
        return (float) Math.log((1.0 + texts) / (1.0 + seen)) + 1;
    }

    int size() {
        return rarities.length;
    }

    /** Inverse document frequency; 0: unknown. */
    float rarity(int number) {
        return number == Vocabulary.UNKNOWN ? 0 : rarities[number];
    }

    /** @param numbers of the terms of a text, in any order; sorted by the call */
    SparseVector vector(int[] numbers) {
        Arrays.sort(numbers);
        float[] weights = new float[numbers.length];
        int size = 0;
        double square = 0;
        for (int from = 0; from < numbers.length; ) {
            int number = numbers[from];
            int to = from + 1;
            while (to < numbers.length && numbers[to] == number) {
                to++;
            }
            float weight = rarity(number) * LOGARITHMS[Math.min(to - from, LOGARITHMS.length) - 1];
            if (weight > 0) {
                numbers[size] = number;
                weights[size++] = weight;
                square += weight * weight;
            }
            from = to;
        }
        float length = square == 0 ? 1 : (float) Math.sqrt(square);
        for (int i = 0; i < size; i++) {
            weights[i] /= length;
        }
        return new SparseVector(Arrays.copyOf(numbers, size), Arrays.copyOf(weights, size));
    }

    /** The part of a text's words that were learnt, each as heavy as it is telling; 0..1. */
    double knownPart(int[] words) {
        double known = 0;
        double all = 0;
        for (int word : words) {
            float rarity = rarity(word);
            known += rarity;
            all += rarity == 0 ? rarest : rarity;
        }
        return all == 0 ? 0 : known / all;
    }
}

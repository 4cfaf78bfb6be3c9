package dev.signalbox.enrichment.classify.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The learnt linear stage. Immutable. */
public final class LinearStage {

    private static final int TELLING_WORDS = 4;

    private final Vocabulary vocabulary;
    private final Weighting weighting;
    private final Hyperplanes planes;

    LinearStage(Vocabulary vocabulary, Weighting weighting, Hyperplanes planes) {
        this.vocabulary = vocabulary;
        this.weighting = weighting;
        this.planes = planes;
    }

    /** A text as this stage sees it. */
    public final class Reading {

        private final Terms terms;
        private final int[] numbers;

        private Reading(Terms terms) {
            this.terms = terms;
            numbers = vocabulary.numbers(terms);
        }

        public Scores scores() {
            return score(numbers.clone(), Corpus.words(terms, numbers));
        }

        /** The words that speak for a label, the most telling first; S12. */
        public List<String> telling(int label) {
            float[] evidence = new float[terms.words()];
            for (int term = 0; term < numbers.length; term++) {
                float rarity = weighting.rarity(numbers[term]);
                if (rarity > 0) {
                    evidence[terms.word(term)] += rarity * planes.evidence(numbers[term], label);
                }
            }
            List<String> telling = new ArrayList<>(TELLING_WORDS);
            int word = greatest(evidence);
            while (telling.size() < TELLING_WORDS && word >= 0) {
                String written = terms.written(word);
                if (telling.stream().noneMatch(written::equalsIgnoreCase)) {
                    telling.add(written);
                }
                evidence[word] = 0;
                word = greatest(evidence);
            }
            return telling;
        }
    }

    /** The place of the greatest number above 0, or -1. */
    private static int greatest(float[] numbers) {
        int greatest = -1;
        float most = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] > most) {
                most = numbers[i];
                greatest = i;
            }
        }
        return greatest;
    }

    public Reading read(String text) {
        return new Reading(Terms.of(text));
    }

    Scores score(int[] numbers, int[] words) {
        float[] scores = new float[planes.labels()];
        planes.score(weighting.vector(numbers), scores);
        return new Scores(scores, weighting.knownPart(words));
    }

    /** Writes all that is needed to say the same, bit for bit. */
    public void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        weighting.write(out);
        planes.write(out);
    }

    /** Reads what was written. */
    public static LinearStage read(DataInput in) throws IOException {
        return new LinearStage(Vocabulary.read(in), Weighting.read(in), Hyperplanes.read(in));
    }

    /** Number of terms. */
    public int terms() {
        return weighting.size();
    }
}

package dev.signalbox.enrichment.classify.linear;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
            return terms
                    .written(IntStream.range(0, evidence.length)
                            .filter(word -> evidence[word] > 0)
                            .boxed()
                            .sorted(Comparator.comparing(word -> -evidence[word]))
                            .toList())
                    .stream()
                    .limit(TELLING_WORDS)
                    .toList();
        }
    }

    public Reading read(String text) {
        return new Reading(Terms.of(text));
    }

    Scores score(int[] numbers, int[] words) {
        float[] scores = new float[planes.labels()];
        planes.score(weighting.vector(numbers), scores);
        return new Scores(scores, weighting.knownPart(words));
    }

    /** Number of terms. */
    public int terms() {
        return weighting.size();
    }
}

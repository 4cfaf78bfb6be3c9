package dev.signalbox.enrichment.classify.linear;

import java.util.Arrays;
import java.util.List;

/** Texts as numbers of terms, as compact as training needs: tens of thousands fit into a small heap. */
public final class Corpus {

    private static final int SKETCH = 1 << 21;

    private final Vocabulary vocabulary;
    private final int least;
    private final int[][] numbers;
    private final int[][] words;

    private Corpus(Vocabulary vocabulary, int least, int[][] numbers, int[][] words) {
        this.vocabulary = vocabulary;
        this.least = least;
        this.numbers = numbers;
        this.words = words;
    }

    /**
     * Reads texts.
     *
     * @param least terms that occur in fewer texts than this are left out
     * @param mostTerms where more would remain, the rarest are left out too
     */
    public static Corpus of(List<String> texts, int least, int mostTerms) {
        Vocabulary vocabulary = counted(texts, least);
        int kept = least;
        while (vocabulary.size() > mostTerms) {
            vocabulary = vocabulary.atLeast(++kept);
        }
        int[][] numbers = new int[texts.size()][];
        int[][] words = new int[texts.size()][];
        for (int i = 0; i < numbers.length; i++) {
            Terms terms = Terms.of(texts.get(i));
            int[] all = vocabulary.numbers(terms);
            words[i] = words(terms, all);
            numbers[i] = known(all);
        }
        return new Corpus(vocabulary, kept, numbers, words);
    }

    /** Counting exactly only what a sketch says may occur often enough: most terms occur once. */
    private static Vocabulary counted(List<String> texts, int least) {
        byte[] sketch = new byte[least > 1 ? SKETCH : 0];
        if (least > 1) {
            for (String text : texts) {
                Terms terms = Terms.of(text);
                for (int term = 0; term < terms.size(); term++) {
                    int slot = slot(terms.hash(term));
                    sketch[slot] = (byte) Math.min(least, sketch[slot] + 1);
                }
            }
        }
        Vocabulary vocabulary = new Vocabulary();
        for (String text : texts) {
            Terms terms = Terms.of(text);
            long[] hashes = new long[terms.size()];
            int size = 0;
            for (int term = 0; term < hashes.length; term++) {
                if (least <= 1 || sketch[slot(terms.hash(term))] >= least) {
                    hashes[size++] = terms.hash(term);
                }
            }
            Arrays.sort(hashes, 0, size);
            for (int i = 0; i < size; i++) {
                if (i == 0 || hashes[i] != hashes[i - 1]) {
                    vocabulary.count(hashes[i]);
                }
            }
        }
        return vocabulary.atLeast(least);
    }

    private static int slot(long hash) {
        return (int) (hash >>> 20) & (SKETCH - 1);
    }

    static int[] words(Terms terms, int[] numbers) {
        int[] words = new int[terms.words()];
        int size = 0;
        for (int term = 0; term < numbers.length; term++) {
            if (terms.wholeWord(term)) {
                words[size++] = numbers[term];
            }
        }
        return words;
    }

    private static int[] known(int[] numbers) {
        int[] known = new int[numbers.length];
        int size = 0;
        for (int number : numbers) {
            if (number != Vocabulary.UNKNOWN) {
                known[size++] = number;
            }
        }
        return Arrays.copyOf(known, size);
    }

    public int size() {
        return numbers.length;
    }

    /**
     * Learns from some of the texts.
     *
     * @param answers the label of every text, 0 to labels - 1
     * @param among which texts are learnt from
     */
    public LinearStage learn(int[] answers, int labels, boolean[] among) {
        int[] seen = new int[vocabulary.size()];
        int texts = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (among[i]) {
                texts++;
                int[] distinct = numbers[i].clone();
                Arrays.sort(distinct);
                for (int j = 0; j < distinct.length; j++) {
                    if (j == 0 || distinct[j] != distinct[j - 1]) {
                        seen[distinct[j]]++;
                    }
                }
            }
        }
        Weighting weighting = new Weighting(seen, texts, least);
        SparseVector[] vectors = new SparseVector[texts];
        int[] labelled = new int[texts];
        int size = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (among[i]) {
                labelled[size] = answers[i];
                vectors[size++] = weighting.vector(numbers[i].clone());
            }
        }
        return new LinearStage(vocabulary, weighting, Hyperplanes.learn(vectors, labelled, labels, weighting.size()));
    }

    /** What a stage says of one of the texts. */
    public Scores score(LinearStage stage, int text) {
        return stage.score(numbers[text].clone(), words[text]);
    }
}

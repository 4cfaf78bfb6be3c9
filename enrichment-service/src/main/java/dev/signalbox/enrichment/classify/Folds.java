package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.classify.linear.Corpus;
import dev.signalbox.enrichment.classify.linear.LinearStage;
import dev.signalbox.enrichment.classify.linear.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fifth for each text, so that every label is spread over all of them; by a hash of the id, not by its order.
 *
 * @param ofText the fold of each text
 */
record Folds(int[] ofText) {

    static final int COUNT = 5;

    static Folds of(List<String> ids, int[] answers, int labels) {
        int[] folds = new int[answers.length];
        int[] next = new int[labels];
        IntStream.range(0, answers.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(text -> ids.get(text).hashCode() * 0x9e3779b9)
                        .thenComparing(ids::get))
                .forEach(text -> folds[text] = next[answers[text]]++ % COUNT);
        // labels of one example would otherwise all be held back together
        for (int text = 0; text < folds.length; text++) {
            folds[text] = (folds[text] + answers[text]) % COUNT;
        }
        return new Folds(folds);
    }

    boolean[] without(int fold) {
        boolean[] among = new boolean[ofText.length];
        for (int text = 0; text < among.length; text++) {
            among[text] = ofText[text] != fold;
        }
        return among;
    }

    /** What linear stages say that have not seen the text; nothing where there are too few texts to hold any back. */
    List<Scores> unseen(Corpus corpus, int[] answers, int labels) {
        if (ofText.length < COUNT) {
            return List.of();
        }
        Scores[] unseen = new Scores[ofText.length];
        for (int fold = 0; fold < COUNT; fold++) {
            LinearStage stage = corpus.learn(answers, labels, without(fold));
            for (int text = 0; text < unseen.length; text++) {
                if (ofText[text] == fold) {
                    unseen[text] = corpus.score(stage, text);
                }
            }
        }
        return new ArrayList<>(Arrays.asList(unseen));
    }
}

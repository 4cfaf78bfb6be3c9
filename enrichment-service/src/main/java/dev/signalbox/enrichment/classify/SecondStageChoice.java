package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.classify.confidence.Calibration;
import dev.signalbox.enrichment.classify.confidence.Outcome;
import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.enrichment.classify.embedding.SoftmaxHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether, where and with which weight the second stage is asked: by how guesses on unseen texts come out. */
final class SecondStageChoice {

    /** Embedding a hundredth more of all texts must save six in ten thousand of them from an error. */
    private static final double PRICE = 0.06;

    /** A second stage that saves less than this share of all texts from an error is not worth its memory. */
    private static final double LEAST_GAIN = 0.01;

    /** So many texts are embedded to see whether the stage pays, before all are: short ones take 4 ms each, long ones 20. */
    private static final int TRIAL = 2000;

    /** And at most so many. */
    private static final int MOST = 12_000;

    private static final double[] MIXES = {0.25, 0.4, 0.5, 0.6, 0.75, 1};
    private static final double[] THRESHOLDS = {0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 2};

    private final List<String> texts;
    private final int[] answers;
    private final int labels;
    private final Folds folds;
    private final List<float[]> linear;
    private final double[] raw;
    private final boolean[] right;
    private final Meanings meanings;
    private int most;
    private int[] chosen = {};
    private List<Embedding> embeddings = List.of();
    private float[][] own = {};

    /**
     * @param linear the linear stage's probabilities of each text, unseen
     * @param raw its raw confidence
     * @param right whether its guess is right
     */
    SecondStageChoice(
            List<String> texts,
            int[] answers,
            int labels,
            Folds folds,
            List<float[]> linear,
            double[] raw,
            boolean[] right,
            Meanings meanings) {
        this.texts = texts;
        this.answers = answers;
        this.labels = labels;
        this.folds = folds;
        this.linear = linear;
        this.raw = raw;
        this.right = right;
        this.meanings = meanings;
    }

    /** The second stage, or null where it does not pay. */
    @Nullable
    SecondStage make() {
        if (texts.size() > 2 * TRIAL) {
            look(TRIAL);
            if (accuracy(bestMix(), 2) - accuracy(0, 0) < LEAST_GAIN) {
                return null;
            }
        }
        look(MOST);
        double mix = bestMix();
        double below = 0;
        double least = 1 - accuracy(0, 0);
        for (double threshold : THRESHOLDS) {
            double cost = 1 - accuracy(mix, threshold) + PRICE * shareBelow(threshold);
            if (cost < least) {
                least = cost;
                below = threshold;
            }
        }
        if (below == 0 || accuracy(mix, below) - accuracy(0, 0) < LEAST_GAIN) {
            return null;
        }
        List<float[]> products = IntStream.range(0, chosen.length)
                .mapToObj(at -> Probabilities.product(linear.get(chosen[at]), own[at], mix))
                .toList();
        double sharpness = Probabilities.sharpness(
                products, IntStream.of(chosen).map(text -> answers[text]).toArray());
        List<List<Embedding>> examples = new ArrayList<>();
        IntStream.range(0, labels).forEach(label -> examples.add(new ArrayList<>()));
        for (int at = 0; at < chosen.length; at++) {
            examples.get(answers[chosen[at]]).add(embeddings.get(at));
        }
        SoftmaxHead head = SoftmaxHead.learn(
                embeddings, IntStream.of(chosen).map(text -> answers[text]).toArray(), labels);
        SecondStage raw = new SecondStage(below, mix, sharpness, head, examples, Calibration.NONE);
        return new SecondStage(below, mix, sharpness, head, examples, Calibration.of(outcomes(raw)));
    }

    /** Whether a text was looked at: all are, or a sample. */
    boolean measured(int text) {
        // by its content, so that a history that grows is not embedded anew
        double place = (texts.get(text).hashCode() * 0x9e3779b1 >>> 8) / (double) (1 << 24);
        return place * texts.size() < most;
    }

    /** Embeds some of the texts and lets heads that have not seen them guess. */
    private void look(int most) {
        this.most = most;
        chosen = IntStream.range(0, texts.size()).filter(this::measured).toArray();
        embeddings = meanings.of(IntStream.of(chosen).mapToObj(texts::get).toList());
        own = new float[chosen.length][];
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            List<Embedding> seen = new ArrayList<>();
            List<Integer> seenAnswers = new ArrayList<>();
            for (int at = 0; at < chosen.length; at++) {
                if (folds.ofText()[chosen[at]] != fold) {
                    seen.add(embeddings.get(at));
                    seenAnswers.add(answers[chosen[at]]);
                }
            }
            SoftmaxHead head = SoftmaxHead.learn(
                    seen, seenAnswers.stream().mapToInt(Integer::intValue).toArray(), labels);
            for (int at = 0; at < chosen.length; at++) {
                if (folds.ofText()[chosen[at]] == fold) {
                    own[at] = Probabilities.softmax(head.score(embeddings.get(at)), 1);
                }
            }
        }
    }

    private double bestMix() {
        double best = 0;
        double most = -1;
        for (double mix : MIXES) {
            double accuracy = accuracy(mix, 2);
            if (accuracy > most) {
                most = accuracy;
                best = mix;
            }
        }
        return best;
    }

    /** Share of right guesses where the second stage is asked below a threshold. */
    private double accuracy(double mix, double threshold) {
        int sum = 0;
        for (int at = 0; at < chosen.length; at++) {
            int text = chosen[at];
            boolean good = raw[text] >= threshold
                    ? right[text]
                    : Probabilities.best(Probabilities.product(linear.get(text), own[at], mix)) == answers[text];
            sum += good ? 1 : 0;
        }
        return (double) sum / Math.max(1, chosen.length);
    }

    private double shareBelow(double threshold) {
        return (double) IntStream.of(chosen)
                        .filter(text -> raw[text] < threshold)
                        .count()
                / Math.max(1, chosen.length);
    }

    /** How the guesses of the texts that a stage is asked about come out, unseen, calibrated as the stage is. */
    List<Outcome> outcomes(SecondStage stage) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int at = 0; at < chosen.length; at++) {
            int text = chosen[at];
            if (raw[text] < stage.below()) {
                float[] both = Probabilities.softmax(
                        Probabilities.product(linear.get(text), own[at], stage.mix()), stage.sharpness());
                int label = Probabilities.best(both);
                double confidence = both[label] * SecondStage.inScope(nearest(at, label));
                outcomes.add(new Outcome(stage.calibration().of(confidence), label == answers[text]));
            }
        }
        return outcomes;
    }

    /** By text that a stage is asked about: whether its guess is right, unseen. */
    Map<Integer, Boolean> rightWhereAsked(SecondStage stage) {
        Map<Integer, Boolean> good = new HashMap<>();
        for (int at = 0; at < chosen.length; at++) {
            int text = chosen[at];
            if (raw[text] < stage.below()) {
                float[] both = Probabilities.product(linear.get(text), own[at], stage.mix());
                good.put(text, Probabilities.best(both) == answers[text]);
            }
        }
        return good;
    }

    /** The cosine to the nearest text of a label of another fold. */
    private double nearest(int at, int label) {
        double nearest = -1;
        for (int other = 0; other < chosen.length; other++) {
            if (answers[chosen[other]] == label && folds.ofText()[chosen[other]] != folds.ofText()[chosen[at]]) {
                nearest = Math.max(nearest, embeddings.get(at).cosine(embeddings.get(other)));
            }
        }
        return nearest;
    }
}

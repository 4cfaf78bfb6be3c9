package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.classify.confidence.Calibration;
import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.embedding.SoftmaxHead;
import java.util.List;

/**
 * What is asked where the linear stage is not sure: the meaning of the text, weighed with what the linear stage says.
 *
 * @param below it is asked where the linear stage's raw confidence is below this; more than 1: always
 * @param mix the weight of the meaning against the linear stage's, 0..1: the fewer examples, the greater
 * @param sharpness of the product
 * @param examples embeddings learnt from, by label
 */
record SecondStage(
        double below,
        double mix,
        double sharpness,
        SoftmaxHead head,
        List<List<Embedding>> examples,
        Calibration calibration) {

    /** A cosine below the first is another matter, above the second the same one. */
    private static final double STRANGE = 0.4;

    private static final double ALIKE = 0.8;

    /** The probability of each label. */
    float[] probabilities(float[] linear, Embedding meaning) {
        float[] own = Probabilities.softmax(head.score(meaning), 1);
        return Probabilities.softmax(Probabilities.product(linear, own, mix), sharpness);
    }

    /** How much a text looks as if it were of a label's matter at all, 0..1: by its nearest example. */
    double inScope(int label, Embedding meaning) {
        double nearest = -1;
        for (Embedding example : examples.get(label)) {
            nearest = Math.max(nearest, meaning.cosine(example));
        }
        return inScope(nearest);
    }

    static double inScope(double nearest) {
        return Math.max(0, Math.min(1, (nearest - STRANGE) / (ALIKE - STRANGE)));
    }
}

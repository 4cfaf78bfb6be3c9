package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.classify.binary.Binary;
import dev.signalbox.enrichment.classify.confidence.Calibration;
import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.embedding.SoftmaxHead;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
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

    void write(DataOutput out) throws IOException {
        out.writeDouble(below);
        out.writeDouble(mix);
        out.writeDouble(sharpness);
        head.write(out);
        out.writeInt(examples.size());
        for (List<Embedding> ofLabel : examples) {
            out.writeInt(ofLabel.size());
            for (Embedding example : ofLabel) {
                Binary.write(out, example.bytes());
            }
        }
        calibration.write(out);
    }

    static SecondStage read(DataInput in) throws IOException {
        double below = in.readDouble();
        double mix = in.readDouble();
        double sharpness = in.readDouble();
        SoftmaxHead head = SoftmaxHead.read(in);
        List<List<Embedding>> examples = new ArrayList<>();
        for (int labels = in.readInt(); labels > 0; labels--) {
            List<Embedding> ofLabel = new ArrayList<>();
            for (int size = in.readInt(); size > 0; size--) {
                ofLabel.add(Embedding.stored(Binary.bytes(in)));
            }
            examples.add(ofLabel);
        }
        return new SecondStage(below, mix, sharpness, head, examples, Calibration.read(in));
    }

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

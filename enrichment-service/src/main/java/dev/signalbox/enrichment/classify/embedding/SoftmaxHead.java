package dev.signalbox.enrichment.classify.embedding;

import dev.signalbox.enrichment.classify.binary.Binary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * Says which label a meaning belongs to: multinomial logistic regression over embeddings, learnt by stochastic gradient
 * descent. Immutable.
 */
public final class SoftmaxHead {

    private static final float FIRST_STEP = 4f;
    private static final float LAST_STEP = 0.4f;
    private static final float SHRINK = 4e-6f;
    private static final int STEPS = 150_000;
    private static final int MOST_ROUNDS = 200;
    private static final int LEAST_ROUNDS = 12;

    private final int labels;
    private final float[] weights;
    private final float[] bias;

    private SoftmaxHead(float[] weights, float[] bias) {
        labels = bias.length;
        this.weights = weights;
        this.bias = bias;
    }

    public void write(DataOutput out) throws IOException {
        Binary.write(out, weights);
        Binary.write(out, bias);
    }

    /** Reads what was written. */
    public static SoftmaxHead read(DataInput in) throws IOException {
        return new SoftmaxHead(Binary.floats(in), Binary.floats(in));
    }

    /**
     * Learns. The same examples in the same order give the same head.
     *
     * @param answers the label of each example, 0 to labels - 1
     */
    public static SoftmaxHead learn(List<Embedding> examples, int[] answers, int labels) {
        SoftmaxHead head = new SoftmaxHead(new float[labels * SentenceEncoder.DIMENSIONS], new float[labels]);
        int size = examples.size();
        int rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, STEPS / Math.max(1, size)));
        float[] vector = new float[SentenceEncoder.DIMENSIONS];
        float[] scores = new float[labels];
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        Random random = new Random(size);
        for (int round = 0; round < rounds; round++) {
            float step = FIRST_STEP * (float) Math.pow(LAST_STEP / FIRST_STEP, (double) round / rounds);
            for (int i = size - 1; i >= 0; i--) {
                int other = random.nextInt(i + 1);
                int example = order[other];
                order[other] = order[i];
                order[i] = example;
                examples.get(example).write(vector);
                head.correct(vector, answers[example], step, scores);
            }
        }
        return head;
    }

    private void correct(float[] vector, int answer, float step, float[] scores) {
        score(vector, scores);
        double most = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        float sum = 0;
        for (int label = 0; label < labels; label++) {
            scores[label] = (float) Math.exp(scores[label] - most);
            sum += scores[label];
        }
        for (int label = 0; label < labels; label++) {
            scores[label] = step * (scores[label] / sum - (label == answer ? 1 : 0));
        }
        float keep = 1 - step * SHRINK;
        for (int dimension = 0; dimension < vector.length; dimension++) {
            float value = vector[dimension];
            int row = dimension * labels;
            for (int label = 0; label < labels; label++) {
                weights[row + label] = weights[row + label] * keep - value * scores[label];
            }
        }
        for (int label = 0; label < labels; label++) {
            bias[label] -= 0.02f * scores[label];
        }
    }

    private void score(float[] vector, float[] scores) {
        System.arraycopy(bias, 0, scores, 0, labels);
        for (int dimension = 0; dimension < vector.length; dimension++) {
            float value = vector[dimension];
            int row = dimension * labels;
            for (int label = 0; label < labels; label++) {
                scores[label] += value * weights[row + label];
            }
        }
    }

    /** A score for each label, the greater the likelier. */
    public float[] score(Embedding embedding) {
        float[] vector = new float[SentenceEncoder.DIMENSIONS];
        embedding.write(vector);
        float[] scores = new float[labels];
        score(vector, scores);
        return scores;
    }
}

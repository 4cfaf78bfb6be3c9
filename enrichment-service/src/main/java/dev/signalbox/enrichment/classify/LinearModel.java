package dev.signalbox.enrichment.classify;

import dev.signalbox.enrichment.classify.Vectors.Vector;
import java.util.List;
import java.util.Random;

/** Multinomial logistic regression: a weight for each feature and label. */
final class LinearModel {

    private static final int EPOCHS = 30;
    private static final float FIRST_STEP = 2.0f;
    private static final float DECAY = 0.25f;
    private static final float SHRINK = 2e-4f;

    private final int labels;
    private final float[] weights;
    private final float[] bias;

    private LinearModel(int labels, int features) {
        this.labels = labels;
        weights = new float[labels * features];
        bias = new float[labels];
    }

    /**
     * Learns by stochastic gradient descent; the same examples in the same order give the same model.
     *
     * @param answers the label of each vector, 0 to labels - 1
     */
    static LinearModel learn(List<Vector> vectors, int[] answers, int labels, int features) {
        LinearModel model = new LinearModel(labels, features);
        float[] scores = new float[labels];
        int[] order = shuffled(vectors.size());
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            float step = FIRST_STEP / (1 + DECAY * epoch);
            for (int example : order) {
                model.correct(vectors.get(example), answers[example], step, scores);
            }
            model.shrink(1 - step * SHRINK);
        }
        return model;
    }

    /** A fixed order that mixes the labels. */
    private static int[] shuffled(int size) {
        int[] order = new int[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private void correct(Vector vector, int answer, float step, float[] scores) {
        score(vector, scores);
        softmax(scores, 1);
        scores[answer] -= 1;
        int[] numbers = vector.numbers();
        for (int i = 0; i < numbers.length; i++) {
            float stride = step * vector.weights()[i];
            int row = numbers[i] * labels;
            for (int label = 0; label < labels; label++) {
                weights[row + label] -= stride * scores[label];
            }
        }
        for (int label = 0; label < labels; label++) {
            bias[label] -= 0.05f * step * scores[label];
        }
    }

    private void shrink(float factor) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
    }

    /** Writes the score of every label. */
    void score(Vector vector, float[] scores) {
        System.arraycopy(bias, 0, scores, 0, labels);
        int[] numbers = vector.numbers();
        for (int i = 0; i < numbers.length; i++) {
            float weight = vector.weights()[i];
            int row = numbers[i] * labels;
            for (int label = 0; label < labels; label++) {
                scores[label] += weight * weights[row + label];
            }
        }
    }

    /** How much a feature speaks for a label, more than for the average one. */
    float evidence(int feature, int label) {
        float sum = 0;
        for (int other = 0; other < labels; other++) {
            sum += weights[feature * labels + other];
        }
        return weights[feature * labels + label] - sum / labels;
    }

    /** Turns scores into probabilities; a sharpness below 1 makes them more cautious. */
    static void softmax(float[] scores, double sharpness) {
        double most = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.exp(sharpness * (scores[i] - most));
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= (float) sum;
        }
    }
}

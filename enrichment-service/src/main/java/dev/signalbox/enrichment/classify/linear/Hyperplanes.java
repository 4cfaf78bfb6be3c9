package dev.signalbox.enrichment.classify.linear;

import dev.signalbox.enrichment.classify.binary.Binary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Random;

/**
 * For each label the hyperplane that separates its texts from all others: a linear support vector machine with squared
 * hinge loss, learnt by dual coordinate descent (Hsieh et al., ICML 2008, algorithm 1 with shrinking).
 */
final class Hyperplanes {

    /** The weight of a mistake against the size of the margin. */
    private static final float COST = 1.0f;

    private static final double PRECISE = 0.1;
    private static final int MOST_ROUNDS = 200;

    private final int labels;
    private final float[] weights;
    private final float[] bias;
    private final float[] means;

    private Hyperplanes(float[] weights, float[] bias) {
        labels = bias.length;
        this.weights = weights;
        this.bias = bias;
        means = new float[weights.length / labels];
    }

    void write(DataOutput out) throws IOException {
        Binary.write(out, weights);
        Binary.write(out, bias);
    }

    static Hyperplanes read(DataInput in) throws IOException {
        Hyperplanes read = new Hyperplanes(Binary.floats(in), Binary.floats(in));
        for (int label = 0; label < read.labels; label++) {
            for (int term = 0; term < read.means.length; term++) {
                read.means[term] += read.weights[term * read.labels + label] / read.labels;
            }
        }
        return read;
    }

    /**
     * Learns. The same vectors in the same order give the same hyperplanes.
     *
     * @param answers the label of each vector, 0 to labels - 1
     */
    static Hyperplanes learn(SparseVector[] vectors, int[] answers, int labels, int terms) {
        Hyperplanes learnt = new Hyperplanes(new float[labels * terms], new float[labels]);
        Descent descent = new Descent(vectors, answers, terms);
        for (int label = 0; label < labels; label++) {
            descent.separate(label);
            for (int term = 0; term < terms; term++) {
                learnt.weights[term * labels + label] = descent.weights[term];
                learnt.means[term] += descent.weights[term] / labels;
            }
            learnt.bias[label] = descent.bias;
        }
        return learnt;
    }

    /** Writes the score of every label. */
    void score(SparseVector vector, float[] scores) {
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

    int labels() {
        return labels;
    }

    /** How much a term speaks for a label, more than for the average one. */
    float evidence(int term, int label) {
        return weights[term * labels + label] - means[term];
    }

    /** The state of learning one hyperplane after the other. */
    private static final class Descent {

        private final SparseVector[] vectors;
        private final int[] answers;
        private final float[] weights;
        private final float[] squares;
        private final float[] alphas;
        private final int[] active;
        private float bias;

        Descent(SparseVector[] vectors, int[] answers, int terms) {
            this.vectors = vectors;
            this.answers = answers;
            weights = new float[terms];
            squares = new float[vectors.length];
            alphas = new float[vectors.length];
            active = new int[vectors.length];
            for (int i = 0; i < vectors.length; i++) {
                squares[i] = 1 + 1 / (2 * COST);
                for (float weight : vectors[i].weights()) {
                    squares[i] += weight * weight;
                }
            }
        }

        void separate(int label) {
            java.util.Arrays.fill(weights, 0);
            java.util.Arrays.fill(alphas, 0);
            bias = 0;
            for (int i = 0; i < active.length; i++) {
                active[i] = i;
            }
            Random random = new Random(label);
            int size = active.length;
            double shrinkAbove = Double.POSITIVE_INFINITY;
            for (int round = 0; round < MOST_ROUNDS; round++) {
                double greatest = Double.NEGATIVE_INFINITY;
                double least = Double.POSITIVE_INFINITY;
                for (int i = 0; i < size; i++) {
                    swap(i, i + random.nextInt(size - i));
                    int example = active[i];
                    int side = answers[example] == label ? 1 : -1;
                    double gradient = side * margin(vectors[example]) - 1 + alphas[example] / (2 * COST);
                    double projected = gradient;
                    if (alphas[example] == 0) {
                        if (gradient > shrinkAbove) {
                            swap(i--, --size);
                            continue;
                        }
                        projected = Math.min(gradient, 0);
                    }
                    greatest = Math.max(greatest, projected);
                    least = Math.min(least, projected);
                    if (Math.abs(projected) > 1e-12) {
                        step(example, side, gradient);
                    }
                }
                if (greatest - least <= PRECISE) {
                    if (size == active.length) {
                        return;
                    }
                    size = active.length;
                    shrinkAbove = Double.POSITIVE_INFINITY;
                } else {
                    shrinkAbove = greatest <= 0 ? Double.POSITIVE_INFINITY : greatest;
                }
            }
        }

        private void step(int example, int side, double gradient) {
            float before = alphas[example];
            alphas[example] = (float) Math.max(before - gradient / squares[example], 0);
            float change = (alphas[example] - before) * side;
            SparseVector vector = vectors[example];
            for (int i = 0; i < vector.numbers().length; i++) {
                weights[vector.numbers()[i]] += change * vector.weights()[i];
            }
            bias += change;
        }

        private double margin(SparseVector vector) {
            int[] numbers = vector.numbers();
            float[] values = vector.weights();
            float sum = bias;
            for (int i = 0; i < numbers.length; i++) {
                sum += values[i] * weights[numbers[i]];
            }
            return sum;
        }

        private void swap(int one, int other) {
            int kept = active[one];
            active[one] = active[other];
            active[other] = kept;
        }
    }
}

package dev.signalbox.enrichment.classify;

import java.util.List;

/** Scores of labels as probabilities. */
final class Probabilities {

    private static final double[] SHARPNESSES = {
        0.3, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 7.0, 8.0, 10.0
    };
    private static final double LEAST = 1e-9;

    private Probabilities() {}

    /** Turns scores into probabilities in their place; a lower sharpness makes them more cautious. */
    static float[] softmax(float[] scores, double sharpness) {
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
        return scores;
    }

    /**
     * The logarithms of the weighted product of two probabilities, unnormalised.
     *
     * @param mix 0: the first alone, 1: the second alone
     */
    static float[] product(float[] first, float[] second, double mix) {
        float[] product = new float[first.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = (float) ((1 - mix) * Math.log(first[i] + LEAST) + mix * Math.log(second[i] + LEAST));
        }
        return product;
    }

    static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /** The sharpness under which the right answers were likeliest; 1 where there are none. */
    static double sharpness(List<float[]> scores, int[] answers) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double sharpness : scores.isEmpty() ? new double[0] : SHARPNESSES) {
            double loss = 0;
            for (int i = 0; i < scores.size(); i++) {
                loss -= Math.log(Math.max(softmax(scores.get(i).clone(), sharpness)[answers[i]], LEAST));
            }
            if (loss < least) {
                least = loss;
                best = sharpness;
            }
        }
        return best;
    }
}

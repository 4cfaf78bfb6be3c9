package dev.signalbox.enrichment.classify.confidence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Turns a raw confidence into how often such a guess is right: a logistic curve over the logarithm of the odds (Platt,
 * 1999, with his correction for few examples). Monotone: of two guesses the surer one stays the surer.
 *
 * @param slope above 0
 */
public record Calibration(double slope, double offset) {

    /** Leaves everything as it is. */
    public static final Calibration NONE = new Calibration(1, 0);

    private static final int ROUNDS = 50;
    private static final double EDGE = 1e-6;
    private static final double RIDGE = 1e-3;

    /** Learns from guesses on unseen tickets; from too few, nothing. */
    public static Calibration of(List<Outcome> outcomes) {
        long right = outcomes.stream().filter(Outcome::right).count();
        long wrong = outcomes.size() - right;
        if (right == 0 || wrong == 0) {
            return NONE;
        }
        double ofRight = (right + 1.0) / (right + 2.0);
        double ofWrong = 1.0 / (wrong + 2.0);
        double slope = 1;
        double offset = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double gradientSlope = RIDGE * (slope - 1);
            double gradientOffset = RIDGE * offset;
            double slopeSlope = RIDGE;
            double slopeOffset = 0;
            double offsetOffset = RIDGE;
            for (Outcome outcome : outcomes) {
                double odds = odds(outcome.confidence());
                double p = sigmoid(slope * odds + offset);
                double error = p - (outcome.right() ? ofRight : ofWrong);
                double curvature = Math.max(p * (1 - p), EDGE);
                gradientSlope += error * odds;
                gradientOffset += error;
                slopeSlope += curvature * odds * odds;
                slopeOffset += curvature * odds;
                offsetOffset += curvature;
            }
            double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
            double stepSlope = (offsetOffset * gradientSlope - slopeOffset * gradientOffset) / determinant;
            double stepOffset = (slopeSlope * gradientOffset - slopeOffset * gradientSlope) / determinant;
            slope = Math.max(slope - Math.max(-1, Math.min(1, stepSlope)), 0.05);
            offset -= Math.max(-1, Math.min(1, stepOffset));
            if (Math.abs(stepSlope) + Math.abs(stepOffset) < EDGE) {
                break;
            }
        }
        return new Calibration(slope, offset);
    }

    public void write(DataOutput out) throws IOException {
        out.writeDouble(slope);
        out.writeDouble(offset);
    }

    /** Reads what was written. */
    public static Calibration read(DataInput in) throws IOException {
        return new Calibration(in.readDouble(), in.readDouble());
    }

    /** How often a guess of this raw confidence is right, 0..1. */
    public double of(double raw) {
        return raw <= 0 ? 0 : sigmoid(slope * odds(raw) + offset);
    }

    private static double odds(double share) {
        double inside = Math.max(EDGE, Math.min(1 - EDGE, share));
        return Math.log(inside / (1 - inside));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}

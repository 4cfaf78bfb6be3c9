package dev.signalbox.decisions.score;

import java.math.BigDecimal;

/** What each factor counts (S17): 0..1 with at most four decimals, together exactly 1. */
public record Weights(BigDecimal arr, BigDecimal risk, BigDecimal severity, BigDecimal renewal) {

    private static final int SCALE = 4;

    public Weights {
        require("arr", arr);
        require("risk", risk);
        require("severity", severity);
        require("renewal", renewal);
        BigDecimal sum = arr.add(risk).add(severity).add(renewal);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException(
                    "score.weights must add up to exactly 1, add up to " + sum.toPlainString());
        }
    }

    private static void require(String name, BigDecimal weight) {
        if (weight == null || weight.signum() < 0 || weight.stripTrailingZeros().scale() > SCALE) {
            throw new IllegalArgumentException(
                    "score.weights." + name + " must be 0..1 with at most four decimals, is " + weight);
        }
    }

    static long tenThousandths(BigDecimal weight) {
        return weight.movePointRight(SCALE).longValueExact();
    }
}

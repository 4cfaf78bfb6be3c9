package dev.signalbox.decisions.score;

import static java.math.RoundingMode.HALF_UP;

import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.score.Curve.Corner;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** The score as one would write it down with fractions on paper: slow, obvious, made apart from the one that is tested. */
final class NaiveScore {

    private final ScorePolicy policy;

    NaiveScore(ScorePolicy policy) {
        this.policy = policy;
    }

    BigDecimal arr(long arr) {
        return contribution(policy.weights().arr(), policy.arr().corners(), arr);
    }

    BigDecimal risk(int health) {
        return policy.weights()
                .risk()
                .multiply(BigDecimal.valueOf(100 - health))
                .setScale(2, HALF_UP);
    }

    BigDecimal severity(Severity severity) {
        return policy.weights()
                .severity()
                .multiply(BigDecimal.valueOf(policy.severity().of(severity)))
                .setScale(2, HALF_UP);
    }

    BigDecimal renewal(Long days) {
        if (days == null || days < -policy.renewal().overdueDays()) {
            return new BigDecimal("0.00");
        }
        if (days < 0) {
            return policy.weights()
                    .renewal()
                    .multiply(BigDecimal.valueOf(policy.renewal().overduePoints()))
                    .setScale(2, HALF_UP);
        }
        return contribution(
                policy.weights().renewal(), policy.renewal().daysBefore().corners(), days);
    }

    private static BigDecimal contribution(BigDecimal weight, List<Corner> corners, long x) {
        Corner left = corners.get(0);
        Corner right = corners.get(corners.size() - 1);
        for (Corner corner : corners) {
            if (corner.x() <= x) {
                left = corner;
            }
        }
        for (int i = corners.size() - 1; i >= 0; i--) {
            if (corners.get(i).x() >= x) {
                right = corners.get(i);
            }
        }
        if (left.x() >= right.x()) {
            return weight.multiply(BigDecimal.valueOf(x >= right.x() ? right.points() : left.points()))
                    .setScale(2, HALF_UP);
        }
        BigInteger width = BigInteger.valueOf(right.x() - left.x());
        BigInteger numerator = BigInteger.valueOf(left.points())
                .multiply(width)
                .add(BigInteger.valueOf(right.points() - left.points()).multiply(BigInteger.valueOf(x - left.x())));
        return weight.multiply(new BigDecimal(numerator)).divide(new BigDecimal(width), 2, HALF_UP);
    }
}

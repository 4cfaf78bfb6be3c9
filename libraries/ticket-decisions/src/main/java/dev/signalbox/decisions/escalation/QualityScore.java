package dev.signalbox.decisions.escalation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How well an escalation was handled (S54). */
public final class QualityScore {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int EXACT = 12;

    private QualityScore() {}

    /**
     * The weighted mean of completeness, speed and satisfaction; what is unknown is left out and the other weights grow
     * in proportion.
     *
     * @param completeness of the handoff package, percent
     * @param taken from opening to resolution
     * @param target the resolution target; null: speed is unknown
     * @param rating 0..100; null: not rated
     * @return 0..100, two decimals, HALF_UP
     */
    public static BigDecimal of(
            int completeness,
            Duration taken,
            @Nullable Duration target,
            @Nullable Integer rating,
            QualityWeights weights) {
        BigDecimal points = BigDecimal.valueOf((long) completeness * weights.completeness());
        int weight = weights.completeness();
        if (target != null) {
            points = points.add(speed(taken, target).multiply(BigDecimal.valueOf(weights.speed())));
            weight += weights.speed();
        }
        if (rating != null) {
            points = points.add(BigDecimal.valueOf((long) rating * weights.satisfaction()));
            weight += weights.satisfaction();
        }
        return points.divide(BigDecimal.valueOf(weight), 2, RoundingMode.HALF_UP);
    }

    /** 100 at or under the target, linear to 0 at twice the target. */
    private static BigDecimal speed(Duration taken, Duration target) {
        BigDecimal share = BigDecimal.valueOf(taken.toMillis())
                .divide(BigDecimal.valueOf(Math.max(1, target.toMillis())), EXACT, RoundingMode.HALF_UP);
        return HUNDRED.multiply(TWO.subtract(share)).max(BigDecimal.ZERO).min(HUNDRED);
    }
}

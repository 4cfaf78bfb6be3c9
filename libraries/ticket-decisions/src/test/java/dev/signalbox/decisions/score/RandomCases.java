package dev.signalbox.decisions.score;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Random score inputs, dense around the corners of the rules. */
final class RandomCases {

    private static final List<String> HARD_RULES =
            List.of("SECURITY_BREACH", "DATA_LOSS", "PAYMENT_FAILURE", "NEW_ONE");

    private final Random random;

    RandomCases(Random random) {
        this.random = random;
    }

    ScoreInputs inputs() {
        return new ScoreInputs(factors(), circumstances(), false);
    }

    Factors factors() {
        return new Factors(
                arr(),
                random.nextInt(101),
                Severity.values()[random.nextInt(4)],
                random.nextInt(5) == 0 ? null : (long) (random.nextInt(300) - 80));
    }

    Circumstances circumstances() {
        PlanTier plan = PlanTier.values()[random.nextInt(5)];
        boolean plain = random.nextBoolean();
        return new Circumstances(
                plan,
                !plain && random.nextInt(8) == 0,
                plain || random.nextInt(5) > 0 ? List.of() : List.of(HARD_RULES.get(random.nextInt(4))),
                !plain && random.nextInt(8) == 0,
                !plain && random.nextInt(4) == 0,
                !plain && random.nextInt(3) == 0);
    }

    private long arr() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(20_000);
            case 1 -> random.nextInt(600_000);
            case 2 -> 99_000 + random.nextInt(2_000);
            default -> random.nextInt(2_000_000_000) * 100L;
        };
    }

    /** A valid policy with other numbers. */
    ScorePolicy policy() {
        int[] severity = falling(4, 100);
        int[] bands = reversed(random.ints(1, 101).distinct().limit(4).sorted().toArray());
        return new ScorePolicy(
                weights(),
                new Curve(corners(true, 600_000)),
                Tables.of(Severity.class, severity),
                new RenewalPoints(new Curve(corners(false, 250)), random.nextInt(70), random.nextInt(101)),
                floors(),
                Tables.of(Band.class, bands[0], bands[1], bands[2], bands[3], 0));
    }

    private Weights weights() {
        int a = random.nextInt(10_001);
        int b = random.nextInt(10_001 - a);
        int c = random.nextInt(10_001 - a - b);
        return new Weights(tenThousandths(a), tenThousandths(b), tenThousandths(c), tenThousandths(10_000 - a - b - c));
    }

    private Floors floors() {
        return new Floors(
                Tables.each(PlanTier.class, plan -> Tables.of(Severity.class, falling(4, 100))),
                random.nextInt(101),
                Map.of("SECURITY_BREACH", random.nextInt(101), "DATA_LOSS", random.nextInt(101)),
                random.nextInt(101),
                Tables.each(PlanTier.class, plan -> random.nextInt(101)),
                new Floors.RenewalWindow(random.nextInt(200_000), random.nextInt(260), random.nextInt(101)),
                new Floors.KeyPerson(random.nextInt(700_000), random.nextInt(101)));
    }

    private List<Curve.Corner> corners(boolean rising, int width) {
        TreeSet<Long> xs = new TreeSet<>();
        int count = 1 + random.nextInt(6);
        while (xs.size() < count) {
            xs.add((long) random.nextInt(width));
        }
        int[] points = falling(count, 100);
        List<Curve.Corner> corners = new ArrayList<>();
        for (long x : xs) {
            int index = corners.size();
            corners.add(new Curve.Corner(x, rising ? points[count - 1 - index] : points[index]));
        }
        return corners;
    }

    private int[] falling(int count, int most) {
        return reversed(random.ints(count, 0, most + 1).sorted().toArray());
    }

    private static int[] reversed(int[] rising) {
        return IntStream.range(0, rising.length)
                .map(i -> rising[rising.length - 1 - i])
                .toArray();
    }

    private static BigDecimal tenThousandths(int count) {
        return BigDecimal.valueOf(count, 4);
    }
}

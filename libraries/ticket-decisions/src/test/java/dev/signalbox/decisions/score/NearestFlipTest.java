package dev.signalbox.decisions.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Score.NearestFlip;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.Seeds;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NearestFlipTest {

    private static final int ROUNDS = Seeds.rounds(1_500);

    private final ScorePolicy starter = PolicyDocument.starter().policy().score();

    /** Every step of every factor, one after the other. */
    @Test
    void nearestFlipIsTheOneThatTryingEveryStepFinds() {
        RandomCases cases = new RandomCases(Seeds.random(NearestFlipTest.class));
        int flips = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ScorePolicy policy = round % 3 > 0 ? starter : cases.policy();
            Factors factors = cases.factors();
            ScoreInputs inputs =
                    new ScoreInputs(factors.withArr(factors.arr() % 900_000), cases.circumstances(), false);
            Score score = new PriorityScore(policy).of(inputs);
            boolean held = policy.bandOf(score.raw().unscaledValue().longValueExact()) != score.band();

            if (held) {
                assertThat(score.nearestFlip()).isNotNull();
                assertThat(score.nearestFlip().heldBy()).isNotNull();
            } else {
                Optional<NearestFlip> expected = tryEverything(policy, inputs, score);
                Optional<NearestFlip> found =
                        Optional.ofNullable(score.nearestFlip()).filter(flip -> flip.heldBy() == null);
                assertThat(found).as("%s under %s", inputs, policy).isEqualTo(expected);
                flips += found.isPresent() ? 1 : 0;
            }
        }
        assertThat(flips).isGreaterThan(ROUNDS / 10);
    }

    @Test
    void bandHeldByAFloorNamesTheFirstRuleWithTheGreatestFloor() {
        Score score = score(new Factors(150_000, 60, Severity.P4, 10L), PlanTier.PRO, true);

        assertThat(score.nearestFlip()).isEqualTo(NearestFlip.heldBy("RENEWAL_WINDOW"));
    }

    @Test
    void singleDayMayBeTheNearestChange() {
        Score score = score(new Factors(0, 5, Severity.P3, 90L), PlanTier.FREE, false);

        assertThat(score.value()).isEqualTo(new BigDecimal("50.00"));
        assertThat(score.nearestFlip())
                .isEqualTo(new NearestFlip(
                        "renewal", "renewal 90 days -> 91 days", Band.LOW, new BigDecimal("49.96"), null));
    }

    @Test
    void changeThatBringsAFloorCountsWithTheFloor() {
        Score score = score(new Factors(5_000, 60, Severity.P4, null), PlanTier.BASIC, false);

        assertThat(score.value()).isEqualTo(new BigDecimal("21.00"));
        assertThat(score.nearestFlip())
                .isEqualTo(new NearestFlip("severity", "severity P4 -> P3", Band.LOW, new BigDecimal("30.00"), null));
    }

    @Test
    void equalChangesAreDecidedByTheOrderOfTheFactors() {
        Score score = score(new Factors(0, 70, Severity.P4, null), PlanTier.FREE, false);

        assertThat(score.nearestFlip())
                .isEqualTo(new NearestFlip("health", "health 70 -> 30", Band.LOW, new BigDecimal("30.00"), null));
    }

    private Score score(Factors factors, PlanTier plan, boolean keyPerson) {
        return new PriorityScore(starter)
                .of(new ScoreInputs(
                        factors, new Circumstances(plan, false, List.of(), false, false, keyPerson), false));
    }

    private record Tried(int order, long steps, long moves, NearestFlip flip) {}

    private static Optional<NearestFlip> tryEverything(ScorePolicy policy, ScoreInputs inputs, Score score) {
        Factors factors = inputs.factors();
        List<Tried> best = new ArrayList<>();
        Trial trial = new Trial(policy, inputs.circumstances(), score);
        trial.nearest(
                        0,
                        "arr",
                        "",
                        LongStream.rangeClosed(-(factors.arr() / 1000), 1_000),
                        0,
                        step -> factors.withArr(factors.arr() + step * 1000))
                .ifPresent(best::add);
        trial.nearest(
                        1,
                        "health",
                        "",
                        LongStream.rangeClosed(0, 100),
                        factors.health(),
                        step -> factors.withHealth((int) step))
                .ifPresent(best::add);
        trial.nearest(
                        2,
                        "severity",
                        "",
                        LongStream.rangeClosed(0, 3),
                        factors.severity().ordinal(),
                        step -> factors.withSeverity(Severity.values()[(int) step]))
                .ifPresent(best::add);
        Long days = factors.daysToRenewal();
        if (days != null) {
            trial.nearest(3, "renewal", " days", LongStream.rangeClosed(-500, 500), days, factors::withDaysToRenewal)
                    .ifPresent(best::add);
        }
        return best.stream()
                .min(Comparator.comparingLong(Tried::moves).thenComparing(Tried::order))
                .map(Tried::flip);
    }

    private record Trial(ScorePolicy policy, Circumstances circumstances, Score score) {

        Optional<Tried> nearest(
                int order, String factor, String unit, LongStream steps, long current, LongFunction<Factors> at) {
            PriorityScore priorityScore = new PriorityScore(policy);
            long value = score.value().unscaledValue().longValueExact();
            return steps.filter(step -> step != current)
                    .mapToObj(step -> {
                        long moved = priorityScore.value(at.apply(step), circumstances);
                        String change = factor + " " + told(factor, at.apply(current)) + unit + " -> "
                                + told(factor, at.apply(step)) + unit;
                        return new Tried(
                                order,
                                Math.abs(step - current),
                                Math.abs(moved - value),
                                new NearestFlip(
                                        factor, change, policy.bandOf(moved), BigDecimal.valueOf(moved, 2), null));
                    })
                    .filter(tried -> tried.flip().band() != score.band())
                    .min(Comparator.comparingLong(Tried::steps)
                            .thenComparing(Tried::moves)
                            .thenComparing(tried -> tried.flip().band()));
        }

        private static Object told(String factor, Factors factors) {
            return switch (factor) {
                case "arr" -> factors.arr();
                case "health" -> factors.health();
                case "severity" -> factors.severity();
                default -> factors.daysToRenewal();
            };
        }
    }
}

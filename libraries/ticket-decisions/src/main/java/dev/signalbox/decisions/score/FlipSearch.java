package dev.signalbox.decisions.score;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Score.Floor;
import dev.signalbox.contracts.Score.NearestFlip;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The smallest single change that would move the band (N2).
 *
 * <p>For each factor: the fewest steps, up or down; equally many: the one that moves the score less, then the one into
 * the higher band. Among the factors: the one that moves the score least, then the order of the factors. A changed
 * factor counts for the floors too.
 */
final class FlipSearch {

    private static final Comparator<Flip> WITHIN_A_FACTOR =
            Comparator.comparingLong(Flip::steps).thenComparingLong(Flip::moves).thenComparing(Flip::band);

    private final ScorePolicy policy;
    private final PriorityScore score;
    private final ScoreInputs inputs;
    private final long value;
    private final Band band;

    FlipSearch(ScorePolicy policy, PriorityScore score, ScoreInputs inputs) {
        this.policy = policy;
        this.score = score;
        this.inputs = inputs;
        this.value = score.value(inputs.factors(), inputs.circumstances());
        this.band = policy.bandOf(value);
    }

    private record Flip(Axis axis, long step, long steps, long value, long moves, Band band) {

        NearestFlip told() {
            return new NearestFlip(axis.factor(), axis.change(step), band, PriorityScore.decimal(value), null);
        }
    }

    /** Empty where neither a factor moves the band nor a floor holds it. */
    Optional<NearestFlip> nearest() {
        if (policy.bandOf(score.raw(inputs.factors())) != band) {
            return holder();
        }
        Optional<NearestFlip> flip = Axis.of(policy, inputs.factors()).stream()
                .flatMap(axis -> nearest(axis).stream())
                .min(Comparator.comparingLong(Flip::moves))
                .map(Flip::told);
        return flip.isPresent() ? flip : holder();
    }

    private Optional<Flip> nearest(Axis axis) {
        OptionalLong above = axis.firstAbove(step -> bandAt(axis, step) != band);
        OptionalLong below = axis.firstBelow(step -> bandAt(axis, step) != band);
        return Stream.of(above, below)
                .filter(OptionalLong::isPresent)
                .map(step -> flip(axis, step.getAsLong()))
                .min(WITHIN_A_FACTOR);
    }

    private Flip flip(Axis axis, long step) {
        long moved = valueAt(axis, step);
        return new Flip(
                axis, step, Math.abs(step - axis.current()), moved, Math.abs(moved - value), policy.bandOf(moved));
    }

    private Band bandAt(Axis axis, long step) {
        return policy.bandOf(valueAt(axis, step));
    }

    private long valueAt(Axis axis, long step) {
        return score.value(axis.at().apply(step), inputs.circumstances());
    }

    /** The rule with the greatest floor, if that floor lies in the band; the first of several. */
    private Optional<NearestFlip> holder() {
        List<Floor> floors = FloorRule.holding(policy.floors(), inputs.factors(), inputs.circumstances());
        return floors.stream()
                .max(Comparator.comparing(Floor::floor))
                .filter(floor -> policy.bandOf(floor.floor().unscaledValue().longValueExact()) == band)
                .map(floor -> floors.stream()
                        .filter(first -> first.floor().compareTo(floor.floor()) == 0)
                        .findFirst()
                        .orElse(floor))
                .map(floor -> NearestFlip.heldBy(floor.rule()));
    }
}

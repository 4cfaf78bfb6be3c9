package dev.signalbox.decisions.score;

import dev.signalbox.contracts.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * One factor and the whole steps in which it may change, everything else as it is.
 *
 * @param current the step at which the case stands
 * @param runs all steps that matter, rising
 * @param at the factors with this one changed
 * @param label how a step is told
 */
record Axis(String factor, long current, List<Run> runs, LongFunction<Factors> at, LongFunction<String> label) {

    private static final long ARR_STEP = 1000;

    /** The axes of a case in the order of the factors (N2). */
    static List<Axis> of(ScorePolicy policy, Factors factors) {
        List<Axis> axes = new ArrayList<>();
        axes.add(arr(policy, factors));
        axes.add(new Axis(
                "health",
                factors.health(),
                List.of(new Run(0, 100)),
                step -> factors.withHealth((int) step),
                Long::toString));
        List<Severity> severities = List.of(Severity.values());
        axes.add(new Axis(
                "severity",
                severities.indexOf(factors.severity()),
                List.of(new Run(0, severities.size() - 1)),
                step -> factors.withSeverity(severities.get((int) step)),
                step -> severities.get((int) step).name()));
        Long days = factors.daysToRenewal();
        if (days != null) {
            axes.add(new Axis(
                    "renewal", days, daysThatMatter(policy), factors::withDaysToRenewal, step -> step + " days"));
        }
        return axes;
    }

    private static Axis arr(ScorePolicy policy, Factors factors) {
        long arr = factors.arr();
        Floors floors = policy.floors();
        long top = Math.max(
                policy.arr().end(),
                Math.max(floors.renewalWindow().arr(), floors.stakeholder().arr()));
        long up = Math.max(0, (top - arr + ARR_STEP - 1) / ARR_STEP);
        return new Axis(
                "arr",
                0,
                List.of(new Run(-(arr / ARR_STEP), up)),
                step -> factors.withArr(arr + step * ARR_STEP),
                step -> Long.toString(arr + step * ARR_STEP));
    }

    /** Overdue for too long, overdue, still to come: the score jumps between these. */
    private static List<Run> daysThatMatter(ScorePolicy policy) {
        long overdue = policy.renewal().overdueDays();
        long last = Math.max(
                policy.renewal().daysBefore().end(),
                policy.floors().renewalWindow().days() + 1L);
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(-overdue - 1, -overdue - 1));
        if (overdue > 0) {
            runs.add(new Run(-overdue, -1));
        }
        runs.add(new Run(0, last));
        return runs;
    }

    OptionalLong firstAbove(LongPredicate moved) {
        for (Run run : runs) {
            OptionalLong step = run.firstAbove(current, moved);
            if (step.isPresent()) {
                return step;
            }
        }
        return OptionalLong.empty();
    }

    OptionalLong firstBelow(LongPredicate moved) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            OptionalLong step = runs.get(i).firstBelow(current, moved);
            if (step.isPresent()) {
                return step;
            }
        }
        return OptionalLong.empty();
    }

    String change(long step) {
        return factor + " " + label.apply(current) + " -> " + label.apply(step);
    }
}

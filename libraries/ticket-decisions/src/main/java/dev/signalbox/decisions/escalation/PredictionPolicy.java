package dev.signalbox.decisions.escalation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * From when on a customer's request is expected and opens an escalation before it is made (S50). Signs add up, each once
 * in a ticket's life.
 *
 * @param threshold so many points open
 * @param points what each sign is worth; a sign that is not named is worth nothing
 * @param lowHealth health below this is a sign, 0..100
 * @param renewalWithin a renewal nearer than this is a sign
 * @param highPriorities the helpdesks' words for urgent, lower case
 */
public record PredictionPolicy(
        int threshold,
        Map<PredictionSign, Integer> points,
        int lowHealth,
        Duration renewalWithin,
        Set<String> highPriorities) {

    public PredictionPolicy {
        Demand.that(threshold > 0, "escalation.prediction.threshold must be above 0 points");
        Demand.that(points != null, "escalation.prediction.points is missing");
        Demand.that(
                points.values().stream().allMatch(value -> value > 0),
                "escalation.prediction.points: every sign must be worth more than 0");
        Demand.that(
                points.values().stream().mapToInt(Integer::intValue).sum() >= threshold,
                "escalation.prediction.threshold is " + threshold + ": all signs together have fewer points");
        Demand.that(lowHealth >= 0 && lowHealth <= 100, "escalation.prediction.lowHealth must be 0..100");
        Demand.that(
                renewalWithin != null && !renewalWithin.isNegative(),
                "escalation.prediction.renewalWithin must be a duration, for example P60D");
        Demand.that(highPriorities != null, "escalation.prediction.highPriorities is missing");
        points = Map.copyOf(points);
        highPriorities = Set.copyOf(highPriorities);
    }

    int worth(PredictionSign sign) {
        return points.getOrDefault(sign, 0);
    }
}

package dev.signalbox.decisions.policy;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.escalation.Chain;
import dev.signalbox.decisions.escalation.ChainStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a document that could be read holds for every ticket; its records refuse whatever would break one of these. */
final class PolicyProofs {

    private PolicyProofs() {}

    static List<String> of(Policy policy) {
        int combinations = Band.values().length * Severity.values().length * PlanTier.values().length;
        Map<Band, Integer> bands = policy.score().bands().rows();
        Map<String, Chain> chains = policy.escalation().chains();
        return List.of(
                "routing.matrix: all " + combinations
                        + " combinations of band, severity and plan have a row, and each of the "
                        + policy.routing().matrix().rows().size() + " rows decides at least one",
                "routing.lanes: every lane that is named exists and has a step for accounts without a pod",
                "analysis.matrix: every urgency and impact has a severity",
                "score.weights and routing.choice add up to exactly 1, escalation.quality to 100",
                "score.bands: no gap and no overlap from 0 to 100, " + bands,
                "score.arr never falls, score.renewal.daysBefore never rises, no graver severity has fewer points",
                "sla.watchdog.levels rise and hold exactly one BREACH, at 100",
                "escalation: each of the " + chains.size()
                        + " chains reaches somebody at every step and has an end, the longest after " + longest(chains)
                        + "; every trigger has a chain",
                "hard rules: each has a floor, and no section names a rule that the analysis does not have");
    }

    /** The longest time until the last step of a chain is told for the last time, all silent. */
    private static Duration longest(Map<String, Chain> chains) {
        return chains.values().stream()
                .map(PolicyProofs::untilTheLastStep)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration untilTheLastStep(Chain chain) {
        List<Duration> silence =
                chain.steps().stream().map(ChainStep::acknowledgeWithin).toList();
        Duration whole = silence.stream().reduce(Duration.ZERO, Duration::plus);
        int repeats = chain.repeat() == null ? 0 : chain.repeat();
        return whole.multipliedBy(repeats + 1L).minus(silence.get(silence.size() - 1));
    }
}

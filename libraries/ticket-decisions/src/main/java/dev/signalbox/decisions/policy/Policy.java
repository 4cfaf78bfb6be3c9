package dev.signalbox.decisions.policy;

import dev.signalbox.decisions.escalation.EscalationPolicy;
import dev.signalbox.decisions.routing.RoutingPolicy;
import dev.signalbox.decisions.score.ScorePolicy;
import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.sla.SlaPolicy;
import java.util.Set;
import java.util.TreeSet;

/**
 * One policy document: every number that a decision uses.
 *
 * @param name what people call it; decisions name the document by its content hash
 */
public record Policy(
        String name,
        AnalysisPolicy analysis,
        ScorePolicy score,
        SlaPolicy sla,
        RoutingPolicy routing,
        EscalationPolicy escalation) {

    public Policy {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name must say what people call this policy");
        }
        if (analysis == null || score == null || sla == null || routing == null || escalation == null) {
            throw new IllegalArgumentException(
                    "a policy needs the sections analysis, score, sla, routing and escalation");
        }
        Set<String> rules = analysis.hardRules().keySet();
        requireSame("score.floors.hardKeyword", score.floors().hardKeyword().keySet(), rules);
    }

    /** A hard rule without its consequence, or a consequence without its rule, would go unnoticed until it matters. */
    private static void requireSame(String name, Set<String> given, Set<String> rules) {
        if (!given.equals(rules)) {
            throw new IllegalArgumentException(name + " must name exactly the rules of analysis.hardRules, "
                    + new TreeSet<>(rules) + ", names " + new TreeSet<>(given));
        }
    }
}

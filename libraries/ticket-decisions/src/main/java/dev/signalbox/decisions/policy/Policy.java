package dev.signalbox.decisions.policy;

import dev.signalbox.decisions.escalation.EscalationPolicy;
import dev.signalbox.decisions.routing.RoutingPolicy;
import dev.signalbox.decisions.score.ScorePolicy;
import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.sla.SlaPolicy;

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
        EscalationPolicy escalation) {}

package dev.signalbox.scoring;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Score;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.score.PriorityScore;
import dev.signalbox.decisions.sla.SlaTargets;

/** Scores cases under one policy. A pure function: the same case always gets the same score and targets. */
final class CaseScoring {

    private final PriorityScore priorityScore;
    private final SlaTargets slaTargets;

    CaseScoring(PolicyDocument document) {
        this.priorityScore = new PriorityScore(document.policy().score());
        this.slaTargets = new SlaTargets(document.policy().sla());
    }

    /** The case with its score and targets; it must be without {@link CaseFaults}. */
    CaseFile scored(CaseFile enriched) {
        Score score = priorityScore.of(enriched.account(), enriched.analysis(), enriched.asOf());
        return enriched.scored(
                score, slaTargets.of(enriched.ticket(), enriched.account(), enriched.analysis(), score.band()));
    }
}

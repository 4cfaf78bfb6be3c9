package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.severity.text.Language;
import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code analysis} section of the policy: every word list and threshold of the analysis (S5-S16).
 *
 * @param reviewBelow a classifier's confidence below this asks for a human review (S7), 0..1
 * @param misroute the share of wrong intents that is accepted among tickets that no person looks at (N6), above 0 and below
 *     1; null: reviewBelow alone decides, and nothing is promised
 * @param language grammar words, of all languages together
 * @param matrix severity by urgency and impact (S9)
 * @param hardRules by name: rules that no classifier result undoes (S13)
 * @param riskWords by name: words that count in a complaint (S14)
 * @param complaint what makes a text a complaint, beside a negative sentiment
 * @param wantsPerson the customer asks for a human being (S56)
 * @param cancellation the customer wants to leave
 */
public record AnalysisPolicy(
        BigDecimal reviewBelow,
        @Nullable BigDecimal misroute,
        Language language,
        SeverityMatrix matrix,
        UrgencyPolicy urgency,
        ImpactPolicy impact,
        Map<String, HardRule> hardRules,
        Map<String, RiskWord> riskWords,
        CueWords complaint,
        RevocationPolicy accessRevocation,
        CueWords wantsPerson,
        CueWords cancellation,
        StakeholderPolicy stakeholder,
        DeadlinePolicy deadline,
        SentimentPolicy sentiment,
        ComplexityPolicy complexity,
        DeflectionPolicy deflection,
        SummaryPolicy summary,
        SimilarityPolicy similarity) {

    public AnalysisPolicy {
        Allowed.share("analysis.reviewBelow", reviewBelow);
        if (misroute != null && (misroute.signum() <= 0 || misroute.compareTo(BigDecimal.ONE) >= 0)) {
            throw new IllegalArgumentException("analysis.misroute must be above 0 and below 1, but is " + misroute);
        }
        Allowed.present("analysis.language", language);
        Allowed.present("analysis.matrix", matrix);
        Allowed.present("analysis.urgency", urgency);
        Allowed.present("analysis.impact", impact);
        Allowed.present("analysis.accessRevocation", accessRevocation);
        Allowed.present("analysis.stakeholder", stakeholder);
        Allowed.present("analysis.deadline", deadline);
        Allowed.present("analysis.sentiment", sentiment);
        Allowed.present("analysis.complexity", complexity);
        Allowed.present("analysis.deflection", deflection);
        Allowed.present("analysis.summary", summary);
        Allowed.present("analysis.similarity", similarity);
        hardRules = Map.copyOf(Allowed.present("analysis.hardRules", hardRules));
        riskWords = Map.copyOf(Allowed.present("analysis.riskWords", riskWords));
        complaint = Allowed.present("analysis.complaint", complaint);
        wantsPerson = Allowed.present("analysis.wantsPerson", wantsPerson);
        cancellation = Allowed.present("analysis.cancellation", cancellation);
    }
}

package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Severity;
import java.util.List;

/** An analysis that differs in what routing looks at. */
record AnalysisOf(
        String category,
        Severity severity,
        boolean needsReview,
        boolean totalOutage,
        boolean wantsPerson,
        List<String> hardRules,
        List<String> riskWords,
        boolean deflectable,
        List<String> refusals) {

    static AnalysisOf plain() {
        return new AnalysisOf("BILLING", Severity.P3, false, false, false, List.of(), List.of(), false, List.of());
    }

    AnalysisOf about(String newCategory) {
        return new AnalysisOf(
                newCategory,
                severity,
                needsReview,
                totalOutage,
                wantsPerson,
                hardRules,
                riskWords,
                deflectable,
                refusals);
    }

    AnalysisOf rated(Severity newSeverity) {
        return new AnalysisOf(
                category,
                newSeverity,
                needsReview,
                totalOutage,
                wantsPerson,
                hardRules,
                riskWords,
                deflectable,
                refusals);
    }

    AnalysisOf uncertain() {
        return new AnalysisOf(
                category, severity, true, totalOutage, wantsPerson, hardRules, riskWords, deflectable, refusals);
    }

    AnalysisOf outage() {
        return new AnalysisOf(
                category, Severity.P1, needsReview, true, wantsPerson, hardRules, riskWords, deflectable, refusals);
    }

    AnalysisOf person() {
        return new AnalysisOf(
                category, severity, needsReview, totalOutage, true, hardRules, riskWords, deflectable, refusals);
    }

    AnalysisOf rule(String... names) {
        return new AnalysisOf(
                category,
                severity,
                needsReview,
                totalOutage,
                wantsPerson,
                List.of(names),
                riskWords,
                deflectable,
                refusals);
    }

    AnalysisOf risk(String... words) {
        return new AnalysisOf(
                category,
                severity,
                needsReview,
                totalOutage,
                wantsPerson,
                hardRules,
                List.of(words),
                deflectable,
                refusals);
    }

    AnalysisOf simple(String... deflectionRefusals) {
        return new AnalysisOf(
                category,
                severity,
                needsReview,
                totalOutage,
                wantsPerson,
                hardRules,
                riskWords,
                true,
                List.of(deflectionRefusals));
    }

    Analysis build() {
        Analysis a = Tickets.analysis();
        return new Analysis(
                category,
                "intent",
                a.confidence(),
                a.rawConfidence(),
                needsReview,
                a.reasons(),
                a.urgency(),
                a.impact(),
                severity,
                totalOutage,
                a.complexity(),
                a.sentiment(),
                false,
                hardRules,
                List.of(),
                riskWords,
                false,
                false,
                wantsPerson,
                null,
                a.stakeholder(),
                deflectable,
                refusals,
                List.of(),
                List.of(),
                null,
                null);
    }
}

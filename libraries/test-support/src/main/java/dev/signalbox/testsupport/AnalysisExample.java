package dev.signalbox.testsupport;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Complexity;
import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Stakeholder;
import dev.signalbox.contracts.Urgency;
import java.math.BigDecimal;
import java.util.List;

/** See {@link Examples#anAnalysis()}. */
public final class AnalysisExample {

    private String category = "BILLING";
    private String intent = "invoice_question";
    private BigDecimal confidence = new BigDecimal("0.91");
    private boolean needsReview;
    private Urgency urgency = Urgency.MEDIUM;
    private Impact impact = Impact.LIMITED;
    private Severity severity = Severity.P3;
    private boolean totalOutage;
    private Complexity complexity = Complexity.LOW;
    private Sentiment sentiment = new Sentiment(Sentiment.Label.NEUTRAL, new BigDecimal("0.1"));
    private boolean sentimentTurned;
    private List<String> hardRules = List.of();
    private List<String> suppressedRules = List.of();
    private List<String> riskWords = List.of();
    private boolean accessRevocation;
    private boolean cancellation;
    private boolean wantsPerson;
    private Stakeholder stakeholder = new Stakeholder(false, List.of());
    private boolean deflectable;
    private List<String> deflectionRefusals = List.of();

    public AnalysisExample about(String newCategory, String newIntent) {
        category = newCategory;
        intent = newIntent;
        return this;
    }

    /** @param text a decimal, 0..1 */
    public AnalysisExample confidence(String text) {
        confidence = new BigDecimal(text);
        return this;
    }

    public AnalysisExample needsReview() {
        needsReview = true;
        return this;
    }

    public AnalysisExample severity(Severity newSeverity) {
        severity = newSeverity;
        return this;
    }

    /** Also urgency CRITICAL, impact WIDESPREAD and severity P1. */
    public AnalysisExample totalOutage() {
        totalOutage = true;
        urgency = Urgency.CRITICAL;
        impact = Impact.WIDESPREAD;
        severity = Severity.P1;
        return this;
    }

    public AnalysisExample complexity(Complexity newComplexity) {
        complexity = newComplexity;
        return this;
    }

    /** @param value a decimal, -1..1 */
    public AnalysisExample sentiment(Sentiment.Label label, String value) {
        sentiment = new Sentiment(label, new BigDecimal(value));
        return this;
    }

    public AnalysisExample sentimentTurned() {
        sentimentTurned = true;
        return this;
    }

    public AnalysisExample hardRules(String... names) {
        hardRules = List.of(names);
        return this;
    }

    public AnalysisExample suppressedRules(String... names) {
        suppressedRules = List.of(names);
        return this;
    }

    public AnalysisExample riskWords(String... words) {
        riskWords = List.of(words);
        return this;
    }

    public AnalysisExample accessRevocation() {
        accessRevocation = true;
        return this;
    }

    public AnalysisExample cancellation() {
        cancellation = true;
        return this;
    }

    public AnalysisExample wantsPerson() {
        wantsPerson = true;
        return this;
    }

    public AnalysisExample stakeholder(String... because) {
        stakeholder = new Stakeholder(true, List.of(because));
        return this;
    }

    public AnalysisExample deflectable() {
        deflectable = true;
        return this;
    }

    public AnalysisExample deflectionRefusals(String... reasons) {
        deflectionRefusals = List.of(reasons);
        return this;
    }

    public Analysis build() {
        return new Analysis(
                category,
                intent,
                confidence,
                null,
                needsReview,
                List.of("words: invoice, VAT"),
                urgency,
                impact,
                severity,
                totalOutage,
                complexity,
                sentiment,
                sentimentTurned,
                hardRules,
                suppressedRules,
                riskWords,
                accessRevocation,
                cancellation,
                wantsPerson,
                null,
                stakeholder,
                deflectable,
                deflectionRefusals,
                List.of(),
                List.of(),
                "Asks why VAT is on the invoice twice.",
                "example-1");
    }
}

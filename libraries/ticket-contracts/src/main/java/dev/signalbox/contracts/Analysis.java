package dev.signalbox.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is about (S5-S16).
 *
 * @param confidence the classifier's calibrated confidence, 0..1: how often such an answer is right; no rule changes it (I27)
 * @param rawConfidence as the classifier gave it before it was calibrated, 0..1, or null
 * @param needsReview confidence below the policy's floor (S7), or below what its misroute asks for (N6)
 * @param reasons what decided category and intent (S12)
 * @param totalOutage urgency CRITICAL and impact WIDESPREAD before the deadline step
 * @param hardRules names of hard rules that apply (S13), for example {@code SECURITY_BREACH}
 * @param suppressedRules hard rules whose words were negated: no floor, never T0, a human reads it
 * @param riskWords risk words found in a complaint (S14)
 * @param wantsPerson the customer asks for a human being (S56)
 * @param deadline external deadline named in the text (S36), or null
 * @param deflectionRefusals why the ticket must not be deflected (S58); empty where it may be
 * @param sentimentTurned the customer's sentiment turned negative over the conversation
 */
public record Analysis(
        @Nullable String category,
        @Nullable String intent,
        BigDecimal confidence,
        @Nullable BigDecimal rawConfidence,
        boolean needsReview,
        List<String> reasons,
        Urgency urgency,
        Impact impact,
        Severity severity,
        boolean totalOutage,
        Complexity complexity,
        Sentiment sentiment,
        boolean sentimentTurned,
        List<String> hardRules,
        List<String> suppressedRules,
        List<String> riskWords,
        boolean accessRevocation,
        boolean cancellation,
        boolean wantsPerson,
        @Nullable Instant deadline,
        Stakeholder stakeholder,
        boolean deflectable,
        List<String> deflectionRefusals,
        List<SimilarTicket> similar,
        List<KnowledgeLink> knowledge,
        @Nullable String summary,
        @Nullable String modelVersion) {

    public Analysis {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        hardRules = hardRules == null ? List.of() : List.copyOf(hardRules);
        suppressedRules = suppressedRules == null ? List.of() : List.copyOf(suppressedRules);
        riskWords = riskWords == null ? List.of() : List.copyOf(riskWords);
        stakeholder = stakeholder == null ? new Stakeholder(false, List.of()) : stakeholder;
        deflectionRefusals = deflectionRefusals == null ? List.of() : List.copyOf(deflectionRefusals);
        similar = similar == null ? List.of() : List.copyOf(similar);
        knowledge = knowledge == null ? List.of() : List.copyOf(knowledge);
    }

    /** The same analysis with the answer to whether self-service may answer: only if nothing refuses. */
    public Analysis refusingDeflection(List<String> refusals) {
        return new Analysis(
                category,
                intent,
                confidence,
                rawConfidence,
                needsReview,
                reasons,
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
                deadline,
                stakeholder,
                refusals.isEmpty(),
                refusals,
                similar,
                knowledge,
                summary,
                modelVersion);
    }
}

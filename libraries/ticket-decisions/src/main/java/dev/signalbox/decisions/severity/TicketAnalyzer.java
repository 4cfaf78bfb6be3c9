package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Complexity;
import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Stakeholder;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Urgency;
import dev.signalbox.decisions.severity.text.CueReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a ticket is about and how bad it is (S5-S16): a function of the facts and of one policy. Immutable; make one
 * per policy.
 */
public final class TicketAnalyzer {

    private final AnalysisPolicy policy;
    private final CueReader reader;
    private final Stakeholders stakeholders;
    private final Deadlines deadlines;
    private final CaseSummary summaries;

    /**
     * @throws IllegalArgumentException if a phrase of the policy is wrong; the message names its list
     */
    public TicketAnalyzer(AnalysisPolicy policy) {
        this.policy = policy;
        reader = CueNames.reader(policy);
        stakeholders = new Stakeholders(CueNames.roleReader(policy));
        deadlines = new Deadlines(policy.deadline());
        summaries = new CaseSummary(policy.summary());
    }

    /** The text that a classifier reads: what the customer wrote first, without quotes and signature. */
    public static String classifiedText(Ticket ticket) {
        return Message.firstText(ticket);
    }

    /** The analysis of a case. The same facts give the same analysis. */
    public Analysis analyze(CaseFacts facts) {
        List<Message> messages = Message.all(reader, facts.ticket(), facts.replies());
        ZoneId zone = zone(facts.account());
        Correction correction = facts.correction();
        Classification classified = facts.classification();
        @Nullable String intent = or(correction == null ? null : correction.intent(), classified.intent());
        @Nullable String category = or(correction == null ? null : correction.category(), classified.category());
        boolean needsReview = correction == null
                && classified.confidence().compareTo(policy.reviewBelow().max(promisedFrom(classified))) < 0;

        HardRules hardRules = HardRules.of(messages);
        boolean revocation = AccessRevocation.demandedIn(messages);
        List<Sentiment> sentiments = messages.stream()
                .map(message -> Sentiments.of(policy.sentiment(), message))
                .toList();
        @Nullable Instant deadline = deadlines.in(messages, zone);
        Grading grading = grading(Situation.of(policy, messages), hardRules, correction, deadline, facts.now());
        Complexity complexity = ComplexityRating.of(policy.complexity(), messages, intent);
        Stakeholder stakeholder = stakeholders.stakeholder(facts.ticket().requester(), facts.account());
        Analysis analysis = new Analysis(
                category,
                intent,
                classified.confidence(),
                classified.rawConfidence(),
                needsReview,
                Reasons.of(classified, correction, grading, hardRules, deadline),
                grading.urgency(),
                grading.impact(),
                severity(grading, revocation),
                grading.totalOutage(),
                complexity,
                sentiments.get(sentiments.size() - 1),
                Sentiments.turned(sentiments),
                hardRules.applying(),
                hardRules.suppressed(),
                RiskWords.in(messages, sentiments),
                revocation,
                says(messages, CueNames.CANCELLATION),
                facts.personRequested() || says(messages, CueNames.WANTS_PERSON),
                deadline,
                stakeholder,
                false,
                List.of(),
                classified.similar(),
                classified.knowledge(),
                summaries.of(facts.account(), messages),
                classified.modelVersion());
        Account account =
                facts.account() == null ? Account.UNKNOWN : facts.account().asAccount(0);
        return analysis.refusingDeflection(
                Deflection.refusals(policy.deflection(), analysis, account, facts.now(), zone));
    }

    private BigDecimal promisedFrom(Classification classified) {
        return policy.misroute() == null || classified.promisedFrom() == null
                ? BigDecimal.ZERO
                : classified.promisedFrom();
    }

    /** The urgency with the impact: what decided it, and what it was before the deadline step. */
    record Grading(Urgency urgency, Impact impact, boolean totalOutage, boolean deadlineStep, Situation situation) {}

    private Grading grading(
            Situation situation,
            HardRules hardRules,
            @Nullable Correction correction,
            @Nullable Instant deadline,
            Instant now) {
        @Nullable Urgency corrected = correction == null ? null : correction.urgency();
        @Nullable Impact correctedImpact = correction == null ? null : correction.impact();
        Urgency urgency = corrected == null ? hardRules.atLeast(policy, situation.urgency()) : corrected;
        Impact impact = correctedImpact == null ? situation.impact() : correctedImpact;
        boolean totalOutage = urgency == Urgency.CRITICAL && impact == Impact.WIDESPREAD;
        boolean near = near(deadline, now);
        // a reviewer who set the urgency knew of the deadline
        boolean step = near && corrected == null && urgency != Urgency.CRITICAL;
        return new Grading(step ? oneStepUp(urgency) : urgency, impact, totalOutage, step, situation);
    }

    private static Urgency oneStepUp(Urgency urgency) {
        return switch (urgency) {
            case LOW -> Urgency.MEDIUM;
            case MEDIUM -> Urgency.HIGH;
            case HIGH, CRITICAL -> Urgency.CRITICAL;
        };
    }

    /** Whether a deadline is as near as the policy says; one that has passed is. */
    public boolean near(@Nullable Instant deadline, Instant now) {
        return deadline != null && !deadline.minus(policy.deadline().within()).isAfter(now);
    }

    /** From when on a deadline raises the urgency. */
    public Instant nearFrom(Instant deadline) {
        return deadline.minus(policy.deadline().within());
    }

    private Severity severity(Grading grading, boolean revocation) {
        Severity severity = policy.matrix().severity(grading.urgency(), grading.impact());
        Severity atLeast = policy.accessRevocation().severity();
        return revocation && atLeast.compareTo(severity) < 0 ? atLeast : severity;
    }

    private static boolean says(List<Message> messages, String cue) {
        return messages.stream().anyMatch(message -> message.asserts(cue));
    }

    private static ZoneId zone(@Nullable AccountProfile account) {
        return account == null || account.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(account.timeZone());
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}

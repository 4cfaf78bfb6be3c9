package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Complexity;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SupportTier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of domain 7 that a case file fulfils. */
final class ConditionTable {

    private final TriggerConditions policy;
    private final CaseFile file;
    private final Analysis analysis;
    private final List<Condition> found = new ArrayList<>();

    private ConditionTable(CaseFile file, TriggerConditions policy) {
        this.policy = policy;
        this.file = file;
        this.analysis = file.analysis();
    }

    /** What a scored case file says. */
    static List<Condition> ofScored(CaseFile file, TriggerConditions policy) {
        ConditionTable table = new ConditionTable(file, policy);
        table.outage();
        table.security();
        table.deadline();
        table.dispute();
        table.valuableAccount();
        table.sentiment();
        table.customerRequest();
        return table.found;
    }

    /**
     * Complexity is judged on the routed case file, the one record that knows both the analysis and the tier: whatever
     * the order between topics, the same is found.
     */
    static List<Condition> ofRouted(CaseFile file, SupportTier tier, Instant routedAt) {
        Analysis analysis = file.analysis();
        boolean alone = analysis.similar().isEmpty() && analysis.knowledge().isEmpty();
        if (analysis.complexity() != Complexity.HIGH || !alone || tier.compareTo(SupportTier.T1) > 0) {
            return List.of();
        }
        EscalationTrigger trigger = EscalationTrigger.TECHNICAL_COMPLEXITY;
        String reason = "complexity HIGH, and " + tier + " has no similar solved ticket and no article";
        return List.of(Condition.seen(trigger, routedAt, reason, null));
    }

    private void outage() {
        if (analysis.totalOutage()) {
            add(EscalationTrigger.OUTAGE, "total outage", null);
        } else if (analysis.severity() == Severity.P1) {
            add(EscalationTrigger.OUTAGE, "severity P1", null);
        }
    }

    private void security() {
        List<String> rules = analysis.hardRules().stream()
                .filter(policy.securityRules()::contains)
                .toList();
        if (!rules.isEmpty()) {
            add(EscalationTrigger.SECURITY, "hard rule " + String.join(", ", rules), null);
        }
    }

    private void deadline() {
        Instant deadline = analysis.deadline();
        if (deadline != null && deadline.isAfter(file.asOf())) {
            add(EscalationTrigger.DEADLINE, "external deadline " + deadline, deadline.minus(policy.deadlineWithin()));
        }
    }

    private void dispute() {
        String intent = analysis.intent();
        if (intent != null && policy.disputeIntents().contains(intent)) {
            add(EscalationTrigger.CONTRACT_DISPUTE, "intent " + intent, null);
        }
    }

    private void valuableAccount() {
        Account account = file.account();
        if (account.arr() < policy.valuableArr()) {
            return;
        }
        List<String> because = new ArrayList<>();
        if (account.health() < policy.lowHealth()) {
            because.add("health " + account.health());
        }
        if (analysis.cancellation()) {
            because.add("speaks of cancelling");
        }
        if (!because.isEmpty()) {
            add(
                    EscalationTrigger.HIGH_VALUE_RISK,
                    "annual revenue " + account.arr() + ", " + String.join(", ", because),
                    null);
        }
    }

    private void sentiment() {
        if (analysis.sentiment().label() == Sentiment.Label.STRONGLY_NEGATIVE) {
            add(EscalationTrigger.NEGATIVE_SENTIMENT, "sentiment strongly negative", null);
        } else if (analysis.sentimentTurned()) {
            add(EscalationTrigger.NEGATIVE_SENTIMENT, "sentiment turned negative over the conversation", null);
        }
    }

    private void customerRequest() {
        if (analysis.wantsPerson()) {
            add(EscalationTrigger.CUSTOMER_REQUEST, "the customer asks for a person", null);
        } else if (analysis.riskWords().stream().anyMatch(policy.managerWords()::contains)) {
            add(EscalationTrigger.CUSTOMER_REQUEST, "the customer asks for a manager", null);
        }
    }

    private void add(EscalationTrigger trigger, String reason, @Nullable Instant notBefore) {
        found.add(Condition.seen(trigger, file.asOf(), reason, notBefore));
    }
}

package dev.signalbox.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an escalation, with its whole current state (S46).
 *
 * @param id unique over all tickets
 * @param predicted true: opened before what it warns of, a breach or the customer's own request (S50)
 * @param level 1 is the first step of the chain; 0 while it is with its sender because the handoff package was poor
 * @param path the chain, fixed when the escalation opened (P31)
 * @param owner who holds it now
 * @param dedupKey stable over all changes, for pagers
 * @param ackDueAt until when the current level has to acknowledge
 * @param updateDueAt until when the next sign of life is due (S34); passed in silence, the escalation is un-acknowledged
 * @param joined further triggers that joined
 * @param qualityScore 0..100, two decimals, when resolved (S54)
 * @param signs what let the customer's request be expected; empty unless predicted so
 * @param approvals decisions that were asked for, oldest first (S55)
 * @param expertise who is asked for (S47): support tiers by name, or a team of the policy
 */
public record Escalation(
        String ticketId,
        long sequence,
        Instant at,
        String id,
        EscalationChange change,
        EscalationType type,
        EscalationTrigger trigger,
        boolean predicted,
        RiskLevel risk,
        RiskLevel renewalImpact,
        EscalationState state,
        int level,
        List<String> path,
        @Nullable String owner,
        String reason,
        Severity severity,
        @Nullable Band band,
        @Nullable String accountId,
        PlanTier planTier,
        @Nullable String summary,
        @Nullable String sourceUrl,
        String dedupKey,
        Instant openedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant ackDueAt,
        @Nullable Instant updateDueAt,
        List<EscalationTrigger> joined,
        @Nullable Handoff handoff,
        @Nullable BigDecimal qualityScore,
        @Nullable ClockKind clock,
        @Nullable String by,
        @Nullable String note,
        String policyVersion,
        List<String> expertise,
        List<WarningSign> signs,
        List<Approval> approvals) {

    public Escalation {
        path = path == null ? List.of() : List.copyOf(path);
        expertise = expertise == null ? List.of() : List.copyOf(expertise);
        signs = signs == null ? List.of() : List.copyOf(signs);
        approvals = approvals == null ? List.of() : List.copyOf(approvals);
        joined = joined == null ? List.of() : List.copyOf(joined);
    }
}

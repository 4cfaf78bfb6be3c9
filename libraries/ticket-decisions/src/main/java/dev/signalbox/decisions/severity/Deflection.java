package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Complexity;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Why a ticket must not be answered by self-service (S15, S58, S59): every reason by its name. */
final class Deflection {

    private Deflection() {}

    static List<String> refusals(
            DeflectionPolicy policy, Analysis analysis, Account account, Instant now, ZoneId zone) {
        List<String> refusals = new ArrayList<>();
        ofAccount(policy, account, now, zone, refusals);
        add(refusals, analysis.stakeholder().key(), "KEY_STAKEHOLDER");
        add(refusals, analysis.severity() == Severity.P1, "SEVERITY_P1");
        add(refusals, analysis.severity() == Severity.P2, "SEVERITY_P2");
        add(refusals, analysis.deadline() != null, "DEADLINE");
        add(refusals, Sentiments.negative(analysis.sentiment()), "NEGATIVE_SENTIMENT");
        add(refusals, !analysis.hardRules().isEmpty(), "HARD_RULE");
        add(refusals, !analysis.suppressedRules().isEmpty(), "SUPPRESSED_RULE");
        add(refusals, !analysis.riskWords().isEmpty(), "RISK_WORD");
        add(refusals, analysis.accessRevocation(), "ACCESS_REVOCATION");
        add(refusals, analysis.wantsPerson(), "WANTS_PERSON");
        add(refusals, analysis.needsReview(), "NEEDS_REVIEW");
        add(refusals, analysis.complexity() != Complexity.LOW, "COMPLEXITY");
        boolean clearPath =
                analysis.intent() != null && policy.clearPathIntents().contains(analysis.intent());
        add(refusals, !clearPath, "NO_CLEAR_PATH");
        return refusals;
    }

    private static void ofAccount(
            DeflectionPolicy policy, Account account, Instant now, ZoneId zone, List<String> refusals) {
        add(refusals, account.arr() >= policy.arrBelow(), "ARR_AT_LEAST_" + policy.arrBelow());
        LocalDate renewal = account.renewalDate();
        boolean renewalNear = account.planTier() == PlanTier.ENTERPRISE
                && renewal != null
                && !renewal.isAfter(LocalDate.ofInstant(now, zone).plusDays(policy.renewalDays()));
        add(refusals, renewalNear, "RENEWAL_WITHIN_" + policy.renewalDays() + "_DAYS");
        add(refusals, account.health() < policy.healthFrom(), "HEALTH_BELOW_" + policy.healthFrom());
    }

    private static void add(List<String> refusals, boolean applies, String name) {
        if (applies) {
            refusals.add(name);
        }
    }
}

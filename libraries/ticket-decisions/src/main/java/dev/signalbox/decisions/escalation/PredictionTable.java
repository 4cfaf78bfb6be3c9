package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Complexity;
import dev.signalbox.contracts.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The signs that a case file shows (S50): words, tone, and what is known of account and ticket. */
final class PredictionTable {

    private PredictionTable() {}

    /** @param before what held in the version before */
    static List<PredictionSign> of(CaseFile file, List<Condition> before, PredictionPolicy policy) {
        Analysis analysis = file.analysis();
        Account account = file.account();
        String priority = file.ticket().reportedPriority();
        List<PredictionSign> signs = new ArrayList<>();
        boolean negative = analysis.sentiment().label().compareTo(Sentiment.Label.NEGATIVE) <= 0;
        boolean wasNegative = before.stream().anyMatch(one -> one.sign() == PredictionSign.NEGATIVE_SENTIMENT);
        add(signs, PredictionSign.NEGATIVE_SENTIMENT, negative);
        add(signs, PredictionSign.STILL_NEGATIVE, negative && wasNegative);
        add(signs, PredictionSign.RISK_WORD, !analysis.riskWords().isEmpty());
        add(signs, PredictionSign.CANCELLATION, analysis.cancellation());
        add(signs, PredictionSign.LOW_HEALTH, account.known() && account.health() < policy.lowHealth());
        add(signs, PredictionSign.RENEWAL_NEAR, renewsSoon(account, file.asOf(), policy.renewalWithin()));
        add(
                signs,
                PredictionSign.HIGH_PRIORITY,
                priority != null && policy.highPriorities().contains(priority));
        add(signs, PredictionSign.DEADLINE, analysis.deadline() != null);
        add(signs, PredictionSign.COMPLEX, analysis.complexity() == Complexity.HIGH);
        return signs.stream().filter(sign -> policy.worth(sign) > 0).toList();
    }

    private static void add(List<PredictionSign> signs, PredictionSign sign, boolean seen) {
        if (seen) {
            signs.add(sign);
        }
    }

    private static boolean renewsSoon(Account account, Instant now, Duration within) {
        LocalDate renewal = account.renewalDate();
        if (renewal == null) {
            return false;
        }
        Instant day = renewal.atStartOfDay(ZoneOffset.UTC).toInstant();
        return day.isAfter(now) && !day.minus(within).isAfter(now);
    }
}

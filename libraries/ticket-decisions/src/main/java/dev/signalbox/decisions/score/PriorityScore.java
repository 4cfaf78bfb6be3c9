package dev.signalbox.decisions.score;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Score;
import dev.signalbox.contracts.Score.Contributions;
import dev.signalbox.contracts.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The priority score (S17): four weighted factors, lifted by floors, cut into bands.
 *
 * <p>Points are counted in whole hundredths; each contribution is an exact fraction that is rounded once, HALF_UP, so
 * the contributions add up to {@code raw} to the last digit (N2).
 */
public final class PriorityScore {

    private final ScorePolicy policy;

    public PriorityScore(ScorePolicy policy) {
        this.policy = policy;
    }

    /**
     * The score of a case at a moment.
     *
     * @throws IllegalArgumentException if revenue is negative or health not 0..100
     */
    public Score of(Account account, Analysis analysis, Instant asOf) {
        return of(ScoreInputs.of(account, analysis, asOf));
    }

    /** The score of these inputs. */
    public Score of(ScoreInputs inputs) {
        Factors factors = inputs.factors();
        Contributions contributions = new Contributions(
                decimal(arr(factors.arr())),
                decimal(risk(factors.health())),
                decimal(severity(factors.severity())),
                decimal(renewal(factors)));
        long value = value(factors, inputs.circumstances());
        return new Score(
                decimal(value),
                contributions.sum(),
                policy.bandOf(value),
                contributions,
                FloorRule.holding(policy.floors(), factors, inputs.circumstances()),
                new FlipSearch(policy, this, inputs).nearest().orElse(null),
                flags(inputs));
    }

    private List<String> flags(ScoreInputs inputs) {
        Long days = inputs.factors().daysToRenewal();
        List<String> flags = new ArrayList<>();
        if (days != null && policy.renewal().isLongOverdue(days)) {
            flags.add("RENEWAL_LONG_OVERDUE");
        }
        if (inputs.timeZoneUnknown()) {
            flags.add("TIME_ZONE_UNKNOWN");
        }
        return flags;
    }

    /** The greatest of the sum and all floors, in hundredths. */
    long value(Factors factors, Circumstances circumstances) {
        return Math.max(raw(factors), 100L * FloorRule.greatest(policy.floors(), factors, circumstances));
    }

    /** The sum of the contributions, in hundredths. */
    long raw(Factors factors) {
        return arr(factors.arr()) + risk(factors.health()) + severity(factors.severity()) + renewal(factors);
    }

    private long arr(long arr) {
        return policy.arr()
                .at(arr)
                .weighted(Weights.tenThousandths(policy.weights().arr()));
    }

    private long risk(int health) {
        return Fraction.whole(100 - health)
                .weighted(Weights.tenThousandths(policy.weights().risk()));
    }

    private long severity(Severity severity) {
        return Fraction.whole(policy.severity().of(severity))
                .weighted(Weights.tenThousandths(policy.weights().severity()));
    }

    private long renewal(Factors factors) {
        Long days = factors.daysToRenewal();
        return days == null
                ? 0
                : policy.renewal()
                        .at(days)
                        .weighted(Weights.tenThousandths(policy.weights().renewal()));
    }

    static BigDecimal decimal(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}

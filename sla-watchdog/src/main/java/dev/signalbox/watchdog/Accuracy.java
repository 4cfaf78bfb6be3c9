package dev.signalbox.watchdog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.sla.WarningOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * How good the watchdog's warnings were about clocks of one kind. A clock that was warned about and then kept may have
 * been kept because of the warning: precision is a lower bound.
 *
 * @param precision breached among the warned
 * @param recall warned among the breached
 * @param closedToBeatTheClock tickets solved in the last share of their clock and soon opened again (S35)
 */
record Accuracy(
        ClockKind clock,
        long warnedAndBreached,
        long warnedForNothing,
        long breachedUnwarned,
        long keptUnwarned,
        Rate precision,
        Rate recall,
        long closedToBeatTheClock) {

    private static final int DIGITS = 4;

    /**
     * A share with what it is made of.
     *
     * @param value 0..1 with four digits; null where the denominator is 0
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rate(long numerator, long denominator, BigDecimal value) {

        static Rate of(long numerator, long denominator) {
            BigDecimal value = denominator == 0
                    ? null
                    : BigDecimal.valueOf(numerator)
                            .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP);
            return new Rate(numerator, denominator, value);
        }
    }

    static Accuracy of(ClockKind clock, Map<String, Long> counts) {
        long caught = of(counts, WarningOutcome.WARNED_AND_BREACHED);
        long vain = of(counts, WarningOutcome.WARNED_FOR_NOTHING);
        long missed = of(counts, WarningOutcome.BREACHED_UNWARNED);
        return new Accuracy(
                clock,
                caught,
                vain,
                missed,
                of(counts, WarningOutcome.KEPT_UNWARNED),
                Rate.of(caught, caught + vain),
                Rate.of(caught, caught + missed),
                counts.getOrDefault(Tally.CLOSED_TO_BEAT_THE_CLOCK, 0L));
    }

    private static long of(Map<String, Long> counts, WarningOutcome outcome) {
        return counts.getOrDefault(outcome.name(), 0L);
    }
}

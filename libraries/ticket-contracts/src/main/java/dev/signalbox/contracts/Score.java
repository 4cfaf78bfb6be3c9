package dev.signalbox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The priority score (S17) and everything that explains it (N2).
 *
 * @param value 0..100, the greatest of {@code raw} and all floors, two decimals
 * @param raw the sum of the four contributions, kept whatever a floor does (I27)
 * @param floors every rule that asks for a least value, in the order of the policy
 * @param flags what a person should know, for example {@code RENEWAL_LONG_OVERDUE}
 */
public record Score(
        BigDecimal value,
        BigDecimal raw,
        Band band,
        Contributions contributions,
        List<Floor> floors,
        @Nullable NearestFlip nearestFlip,
        List<String> flags) {

    public Score {
        flags = flags == null ? List.of() : List.copyOf(flags);
        floors = floors == null ? List.of() : List.copyOf(floors);
    }

    /** Each factor's share of {@code raw}: weighted and rounded once, HALF_UP, to hundredths. */
    public record Contributions(BigDecimal arr, BigDecimal risk, BigDecimal severity, BigDecimal renewal) {

        /** The sum, exact to the last digit. */
        public BigDecimal sum() {
            return arr.add(risk).add(severity).add(renewal);
        }
    }

    /** A rule that lifts the score to at least {@code floor}. */
    public record Floor(String rule, BigDecimal floor) {}

    /**
     * The smallest single change that would move the band (N2), or the rule that holds it.
     *
     * @param factor {@code arr}, {@code health}, {@code severity} or {@code renewal}
     * @param change the step, for example {@code health 60 -> 52}
     * @param heldBy the floor that holds the band; then the other fields are null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NearestFlip(
            @Nullable String factor,
            @Nullable String change,
            @Nullable Band band,
            @Nullable BigDecimal value,
            @Nullable String heldBy) {

        /** A band that a floor holds: no single factor moves it. */
        public static NearestFlip heldBy(String rule) {
            return new NearestFlip(null, null, null, null, rule);
        }
    }
}

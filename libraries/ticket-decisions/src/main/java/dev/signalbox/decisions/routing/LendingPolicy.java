package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Set;

/**
 * Up to where agents who serve the urgent class lend their free places to other bands (S42, P21, N11).
 *
 * <p>A place that is lent comes back within {@code backWithin}. Tickets of the class arrive at random meanwhile, Poisson
 * with mean {@code arrivalsPerHour x backWithin}. The reserve is the least number of free places that this many tickets
 * exceed with no more than the chance {@code risk}; lending stops before it is touched.
 *
 * @param bands the class for which places are kept; it takes them all
 * @param tiers which agents serve it
 * @param senior of them only seniors and team leads
 * @param arrivalsPerHour tickets of the class, as measured; 0 or more, at most 1000
 * @param backWithin until a lent place is free again: about the handling time of one ticket; above 0, at most a day
 * @param risk the chance with which a ticket of the class may find no place for that reason, above 0 and below 1
 */
public record LendingPolicy(
        Set<Band> bands,
        Set<SupportTier> tiers,
        boolean senior,
        BigDecimal arrivalsPerHour,
        Duration backWithin,
        BigDecimal risk) {

    private static final BigDecimal MOST_ARRIVALS = BigDecimal.valueOf(1000);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    public LendingPolicy {
        bands = Set.copyOf(Allowed.present("routing.lending.bands", bands));
        tiers = Set.copyOf(Allowed.present("routing.lending.tiers", tiers));
        if (bands.isEmpty() || tiers.isEmpty()) {
            throw new IllegalArgumentException("routing.lending needs at least one band and one tier");
        }
        if (arrivalsPerHour == null || arrivalsPerHour.signum() < 0 || arrivalsPerHour.compareTo(MOST_ARRIVALS) > 0) {
            throw new IllegalArgumentException(
                    "routing.lending.arrivalsPerHour is " + arrivalsPerHour + ": allowed is 0 to 1000");
        }
        Allowed.positive("routing.lending.backWithin", backWithin);
        if (backWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "routing.lending.backWithin is " + backWithin + ": allowed is PT24H at most");
        }
        if (risk == null || risk.signum() <= 0 || risk.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "routing.lending.risk is " + risk + ": allowed is a chance above 0 and below 1 such as 0.01");
        }
    }

    /** How many free places are not lent. */
    public int reserve() {
        BigDecimal mean = arrivalsPerHour
                .multiply(BigDecimal.valueOf(backWithin.toMillis()))
                .divide(BigDecimal.valueOf(HOUR_MILLIS), MathContext.DECIMAL128);
        // e^mean = 1 + mean + mean^2/2! + ...: the chance of at most r arrivals is the sum up to r over the whole sum
        BigDecimal whole = whole(mean);
        BigDecimal least = whole.multiply(BigDecimal.ONE.subtract(risk));
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        int reserve = 0;
        while (sum.compareTo(least) < 0) {
            reserve++;
            term = term.multiply(mean).divide(BigDecimal.valueOf(reserve), MathContext.DECIMAL128);
            sum = sum.add(term, MathContext.DECIMAL128);
        }
        return reserve;
    }

    /** The series until its terms no longer count. */
    private static BigDecimal whole(BigDecimal mean) {
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal next = term;
        for (int i = 1; next.compareTo(sum) > 0; i++) {
            sum = next;
            term = term.multiply(mean).divide(BigDecimal.valueOf(i), MathContext.DECIMAL128);
            next = sum.add(term, MathContext.DECIMAL128);
        }
        return sum;
    }

    boolean lends(Agent agent) {
        return tiers.contains(agent.tier()) && (!senior || agent.senior());
    }
}

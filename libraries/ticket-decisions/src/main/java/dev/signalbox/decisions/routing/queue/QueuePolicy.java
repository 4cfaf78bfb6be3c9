package dev.signalbox.decisions.routing.queue;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * The section {@code routing.queue} of the policy: the order of a queue.
 *
 * @param bands what each band is worth to the queue, total over the bands
 * @param expressRun how many express tickets may pass one ripe ticket, 0 to 100
 * @param ripeCeiling how many ripe tickets one pool may hold before the bound on waits no longer holds and an alarm is
 *     due, at least 1
 * @param claimWithin in how much time at the latest one agent who is there claims a ticket while any waits, above 0: the
 *     second condition of the bound; left out: 50 minutes
 */
public record QueuePolicy(Map<Band, Rank> bands, int expressRun, int ripeCeiling, Duration claimWithin) {

    private static final int MOST_EXPRESS = 100;

    /** Twice the mean handling time of one ticket. */
    private static final Duration USUAL_CLAIM = Duration.ofMinutes(50);

    /**
     * A band's rank.
     *
     * @param lead by how much earlier than its deadline a ticket takes its place among those in time: the dearer a
     *     breach, the longer; not negative
     * @param ripeAfter after how many times its target a late ticket is ripe, at least 1
     * @param express while in time it passes ripe tickets, within {@code expressRun}
     */
    public record Rank(Duration lead, BigDecimal ripeAfter, boolean express) {

        public Rank {
            if (lead.isNegative()) {
                throw new IllegalArgumentException("routing.queue.bands.lead is " + lead + ": allowed is PT0S or more");
            }
            if (ripeAfter.compareTo(BigDecimal.ONE) < 0) {
                throw new IllegalArgumentException(
                        "routing.queue.bands.ripeAfter is " + ripeAfter + ": allowed is 1 or more");
            }
        }
    }

    /** The order of documents that were written before it could be said. */
    public static QueuePolicy usual() {
        Map<Band, Rank> bands = new EnumMap<>(Band.class);
        bands.put(Band.CRITICAL, new Rank(Duration.ofMinutes(135), BigDecimal.valueOf(2), true));
        bands.put(Band.HIGH, new Rank(Duration.ofMinutes(30), BigDecimal.valueOf(3), false));
        bands.put(Band.STANDARD, new Rank(Duration.ofMinutes(24), BigDecimal.valueOf(7), false));
        bands.put(Band.LOW, new Rank(Duration.ZERO, new BigDecimal("8.5"), false));
        bands.put(Band.SELF_SERVICE, new Rank(Duration.ZERO, new BigDecimal("8.5"), false));
        return new QueuePolicy(bands, 4, 32, USUAL_CLAIM);
    }

    public QueuePolicy {
        bands = Map.copyOf(bands);
        for (Band band : Band.values()) {
            if (!bands.containsKey(band)) {
                throw new IllegalArgumentException(
                        "routing.queue.bands: " + band + " is missing: every band is needed");
            }
        }
        Allowed.between("routing.queue.expressRun", expressRun, 0, MOST_EXPRESS);
        Allowed.between("routing.queue.ripeCeiling", ripeCeiling, 1, Integer.MAX_VALUE);
        claimWithin = claimWithin == null ? USUAL_CLAIM : claimWithin;
        if (claimWithin.isNegative() || claimWithin.isZero()) {
            throw new IllegalArgumentException(
                    "routing.queue.claimWithin is " + claimWithin + ": allowed is more than PT0S");
        }
    }

    /**
     * The place of a ticket that waits since a moment and is to be answered by another.
     *
     * @param since when its wait began; a declined ticket keeps it (P19)
     */
    public Place place(String ticketId, Band band, Instant since, Instant due) {
        Rank rank = rank(band);
        Duration target = Duration.between(since, due);
        BigDecimal millis = rank.ripeAfter().multiply(BigDecimal.valueOf(Math.max(0, target.toMillis())));
        Instant ripe = since.plusMillis(millis.longValue());
        return new Place(
                ticketId,
                band,
                due,
                due.minus(rank.lead()),
                ripe.isAfter(due) ? ripe : due.plusMillis(1),
                rank.express());
    }

    /**
     * Until when a waiting ticket is served at the latest (see {@link WaitingLine} for the theorem and its conditions).
     *
     * @param from now, or when the first agent of the pool begins
     * @param claimEvery in how much time at the latest the pool's agents claim one ticket, while any waits
     */
    public Instant latest(Queued queued, Instant from, Duration claimEvery) {
        Instant ripe = queued.ripe().isBefore(from) ? from : queued.ripe();
        return ripe.plus(claimEvery.multipliedBy((long) (expressRun + 1) * (ripeCeiling + 1)));
    }

    /**
     * In how much time at the latest a pool claims one ticket while any waits.
     *
     * @param agents who serve it together, at least 1
     */
    public Duration claimEvery(int agents) {
        return claimWithin.dividedBy(agents);
    }

    /** What a band is worth to the queue. */
    public Rank rank(Band band) {
        Rank rank = bands.get(band);
        if (rank == null) {
            throw new IllegalArgumentException("No rank for " + band);
        }
        return rank;
    }
}

package dev.signalbox.decisions.routing;

import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Bounds of routing.
 *
 * @param candidates how many candidates a decision lists at most; it says how many more there were
 * @param slaReassignments after so many a ticket is escalated instead of reassigned (domain: the watchdog)
 * @param shiftStartsBy share of the first response target: a shift that starts before it keeps a ticket queued
 * @param presenceGrace how long an agent may be away before what he has not accepted goes to somebody else (I3)
 * @param retryAfter how long until an owner of a higher tier is looked for again
 * @param staleAfter a ticket older than this at first sight is treated like an imported one
 */
public record RoutingLimits(
        int candidates,
        int slaReassignments,
        BigDecimal shiftStartsBy,
        Duration presenceGrace,
        Duration retryAfter,
        Duration staleAfter) {

    static final int MOST_CANDIDATES = 500;

    public RoutingLimits {
        Allowed.between("routing.limits.candidates", candidates, 1, MOST_CANDIDATES);
        Allowed.between("routing.limits.slaReassignments", slaReassignments, 0, 10);
        Allowed.share("routing.limits.shiftStartsBy", shiftStartsBy);
        Allowed.notNegative("routing.limits.presenceGrace", presenceGrace);
        Allowed.positive("routing.limits.retryAfter", retryAfter);
        Allowed.positive("routing.limits.staleAfter", staleAfter);
    }
}

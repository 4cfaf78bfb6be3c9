package dev.signalbox.decisions.escalation;

import java.time.Instant;

/**
 * Somebody is on call.
 *
 * @param from inclusive
 * @param to exclusive
 * @param who an agent's id, or whatever else the endpoints that are told know
 */
public record OnCallShift(Instant from, Instant to, String who) {

    public OnCallShift {
        Demand.that(
                from != null && to != null && from.isBefore(to),
                "escalation.onCall: a shift needs a from before its to, for example 2026-11-27T08:00:00Z");
        Demand.that(who != null && !who.isBlank(), "escalation.onCall: the shift from " + from + " needs a who");
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}

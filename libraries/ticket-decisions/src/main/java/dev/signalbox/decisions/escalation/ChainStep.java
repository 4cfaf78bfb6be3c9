package dev.signalbox.decisions.escalation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One level of a chain.
 *
 * @param owner a name that the policy calls reachable, or {@code agent} for whoever owns the ticket
 * @param acknowledgeWithin how long this level may be silent before the next one is told
 * @param hours name of a calendar of {@code sla.calendars}: outside its hours this level is passed over; null: always told
 * @param untilConfirmed true: told only while no agent has confirmed the matter: it keeps unproved outages away from T3
 */
public record ChainStep(
        String owner,
        Duration acknowledgeWithin,
        @Nullable Boolean untilConfirmed,
        @Nullable String hours) {

    /** Stands for the ticket's agent. */
    public static final String AGENT = "agent";

    public ChainStep {
        Demand.that(owner != null && !owner.isBlank(), "escalation.chains: a step needs an owner");
        Demand.that(
                acknowledgeWithin != null && acknowledgeWithin.compareTo(Duration.ZERO) > 0,
                "escalation.chains: acknowledgeWithin of '" + owner
                        + "' must be a positive duration, for example PT15M");
    }

    boolean onlyUntilConfirmed() {
        return Boolean.TRUE.equals(untilConfirmed);
    }

    boolean isTheAgent() {
        return owner.equals(AGENT);
    }

    ChainStep heldBy(String agent) {
        return new ChainStep(agent, acknowledgeWithin, untilConfirmed, hours);
    }
}

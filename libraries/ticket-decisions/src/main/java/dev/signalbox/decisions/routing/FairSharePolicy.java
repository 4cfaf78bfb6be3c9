package dev.signalbox.decisions.routing;

import dev.signalbox.decisions.validation.Allowed;
import java.time.Duration;

/**
 * How many tickets routing gives to one agent in a while, so that whoever is quick is not given everything (S38, P24).
 * An agent's window begins with the first ticket that he is given after the one before is over.
 *
 * @param assignmentsAtMost 1 or more; what people or the helpdesk assign does not count
 * @param within how long a window is, above 0
 */
public record FairSharePolicy(int assignmentsAtMost, Duration within) {

    /** Windows of a policy that sets no share: counted all the same, so that a share holds from the moment it is set. */
    static final Duration USUAL_WINDOW = Duration.ofHours(24);

    public FairSharePolicy {
        Allowed.between("routing.fairShare.assignmentsAtMost", assignmentsAtMost, 1, Integer.MAX_VALUE);
        Allowed.positive("routing.fairShare.within", within);
    }
}

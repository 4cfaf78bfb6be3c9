package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.decisions.validation.Allowed;
import java.time.Duration;
import java.util.Map;

/**
 * How an agent accepts (P19).
 *
 * @param explicit true: an offer that is not accepted in time goes to the next agent
 * @param within how long an offer stands, by band
 * @param tolerance how far the helpdesk's clock may be behind ours when an agent acts on a new assignment
 */
public record AcceptancePolicy(boolean explicit, Map<Band, Duration> within, Duration tolerance) {

    public AcceptancePolicy {
        within = Map.copyOf(Allowed.present("routing.acceptance.within", within));
        for (Band band : Band.values()) {
            Duration offer = within.get(band);
            if (offer == null || offer.isNegative() || offer.isZero()) {
                throw new IllegalArgumentException(
                        "routing.acceptance.within." + band + ": " + offer + "; allowed: a duration above zero");
            }
        }
        Allowed.notNegative("routing.acceptance.tolerance", tolerance);
    }

    public Duration within(Band band) {
        return Allowed.present("routing.acceptance.within", within.get(band));
    }
}

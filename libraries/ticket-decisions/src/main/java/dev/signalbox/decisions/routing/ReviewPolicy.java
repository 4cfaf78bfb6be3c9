package dev.signalbox.decisions.routing;

import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;

/**
 * The human triage of uncertain tickets (S7).
 *
 * @param unansweredAt share of the first response target at which the best guess is routed
 * @param lane by which lane
 */
public record ReviewPolicy(BigDecimal unansweredAt, String lane) {

    public ReviewPolicy {
        Allowed.share("routing.review.unansweredAt", unansweredAt);
        Allowed.present("routing.review.lane", lane);
    }
}

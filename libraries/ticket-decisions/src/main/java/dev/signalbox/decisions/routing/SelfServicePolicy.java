package dev.signalbox.decisions.routing;

import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * When a suggestion may answer instead of a person (S23, S57-S61).
 *
 * @param channel what delivers the suggestion to the customer; null: nothing does, so nobody is deflected
 * @param unresolvedAt share of the first response target at which a person takes over
 * @param lane by which lane a person is found
 */
public record SelfServicePolicy(@Nullable String channel, BigDecimal unresolvedAt, String lane) {

    public SelfServicePolicy {
        Allowed.share("routing.selfService.unresolvedAt", unresolvedAt);
        Allowed.present("routing.selfService.lane", lane);
    }

    public boolean delivers() {
        return channel != null && !channel.isBlank();
    }
}

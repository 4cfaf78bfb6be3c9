package dev.signalbox.decisions.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.SupportTier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one agent who has the ticket now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Owner(
        String agentId,
        SupportTier tier,
        Instant since,
        RouteCause cause,
        @Nullable Instant acceptedAt) {

    public boolean accepted() {
        return acceptedAt != null;
    }

    /**
     * One who had it before.
     *
     * @param epoch his assignment's
     * @param cause why he lost it
     * @param excluded he must not get it again until it is reopened
     */
    public record Former(String agentId, long epoch, RouteCause cause, boolean excluded) {}
}

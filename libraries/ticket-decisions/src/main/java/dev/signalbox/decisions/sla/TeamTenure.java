package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.SupportTier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A team has a ticket.
 *
 * @param until null while it has
 */
public record TeamTenure(
        SupportTier supportTier,
        @Nullable String queue,
        @Nullable String pod,
        Instant since,
        @Nullable Instant until) {

    TeamTenure endedAt(Instant moment) {
        return until == null ? new TeamTenure(supportTier, queue, pod, since, moment) : this;
    }
}

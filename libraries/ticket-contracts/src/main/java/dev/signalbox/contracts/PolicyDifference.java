package dev.signalbox.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a ticket that the shadow policy would have decided otherwise (S78). Nothing acts on it.
 *
 * @param version of the case file
 * @param at {@code asOf} of that version
 * @param activePolicy the policy that decided, {@code sha256:...}
 * @param shadowPolicy the policy that would have decided otherwise
 */
public record PolicyDifference(
        String ticketId,
        long version,
        Instant at,
        String activePolicy,
        String shadowPolicy,
        PlanTier planTier,
        @Nullable String accountId,
        List<Change> changes) {

    public PolicyDifference {
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /**
     * One decision that differs.
     *
     * @param field {@code raw}, {@code score}, {@code band}, {@code tier}, {@code queue}, {@code row},
     *     {@code firstResponse}, {@code nextResponse}, {@code resolution} or {@code calendar}
     * @param active as it was decided; null: not at all
     * @param shadow as it would have been
     */
    public record Change(
            String field, @Nullable String active, @Nullable String shadow) {}
}

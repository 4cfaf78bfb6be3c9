package dev.signalbox.decisions.routing;

import dev.signalbox.decisions.routing.queue.Queued;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a ticket must be looked at again even if nothing happens to it. */
final class Alarm {

    private Alarm() {}

    /** Never before {@code now}, so that what cannot be helped is not asked without end. */
    static @Nullable Instant next(Draft draft, Need need, Instant now) {
        var decision = draft.state().standing().decision();
        if (decision == null) {
            return null;
        }
        RoutingPolicy policy = draft.policy();
        return switch (decision) {
            case NEEDS_REVIEW -> need.reviewUntil();
            case SELF_SERVICE -> need.window().at(policy.selfService().unresolvedAt());
            case QUEUED, NO_ELIGIBLE_AGENT -> waiting(policy, draft, need, now);
            case ASSIGNED -> owned(draft, need, now);
            case RELEASED, CLOSED -> null;
        };
    }

    private static @Nullable Instant waiting(RoutingPolicy policy, Draft draft, Need need, Instant now) {
        Queued queued = draft.state().queued();
        Instant next = queued == null ? null : queued.latest();
        for (Step step : policy.lane(need.demand().lane()).steps()) {
            next = sooner(next, need.window(), step.after(), now);
        }
        return sooner(next, need.window(), policy.limits().shiftStartsBy(), now);
    }

    private static @Nullable Instant sooner(@Nullable Instant next, Window window, BigDecimal share, Instant now) {
        Instant at = window.at(share);
        return at.isAfter(now) && (next == null || at.isBefore(next)) ? at : next;
    }

    private static @Nullable Instant owned(Draft draft, Need need, Instant now) {
        Owner owner = draft.state().ownership().owner();
        if (owner == null) {
            return null;
        }
        Instant retry = now.plus(draft.policy().limits().retryAfter());
        if (owner.tier().compareTo(need.demand().floor()) < 0) {
            return retry;
        }
        AcceptancePolicy acceptance = draft.policy().acceptance();
        if (!acceptance.explicit() || owner.accepted()) {
            return null;
        }
        Instant until = owner.since().plus(acceptance.within(need.demand().band()));
        return until.isAfter(now) ? until : retry;
    }
}

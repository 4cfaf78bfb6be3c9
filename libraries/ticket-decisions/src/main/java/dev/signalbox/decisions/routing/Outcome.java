package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.routing.queue.Queued;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did with one ticket.
 *
 * @param route to be published, or null: nothing was decided
 * @param counted the agent whose capacity it uses, or null
 * @param pool who serves it while it waits, or null where it does not wait
 * @param dueAt its place in the queue
 * @param wakeAt when it must be looked at again even if nothing happens, or null
 */
public record Outcome(
        CaseFile file,
        TicketState state,
        @Nullable Route route,
        @Nullable String counted,
        @Nullable String queue,
        @Nullable String pool,
        Instant dueAt,
        @Nullable Instant wakeAt,
        int stale) {

    public Band band() {
        return Need.scored(file.score()).band();
    }

    public PlanTier plan() {
        return file.account().planTier();
    }

    /** The same with the place in the queue filled in. */
    public Outcome at(int position) {
        return route == null
                ? this
                : new Outcome(file, state, positioned(route, position), counted, queue, pool, dueAt, wakeAt, stale);
    }

    static Outcome of(Draft draft, Roster roster) {
        Need need = Need.of(draft, roster);
        Draft told = draft;
        Route route = null;
        if (draft.say() != null && draft.state().standing().decision() != null) {
            Standing standing = draft.state().standing();
            told = draft.with(
                    standing.say(decision(draft), draft.say(), need.shape()).told());
            route = route(told, need, roster);
        }
        boolean waits = told.state().standing().waiting();
        return new Outcome(
                told.file(),
                told.state(),
                route,
                told.counted(),
                queue(told, need),
                waits
                        ? Pool.of(
                                        need.demand(),
                                        urgent(told, need),
                                        told.state().ownership().excluded())
                                .key()
                        : null,
                need.window().due(),
                Alarm.next(told, need, roster.now()),
                told.stale());
    }

    private static boolean urgent(Draft draft, Need need) {
        return draft.policy().capacity().bands().contains(need.demand().band());
    }

    private static RouteDecision decision(Draft draft) {
        RouteDecision decision = draft.state().standing().decision();
        return draft.state().ownership().owner() != null ? RouteDecision.ASSIGNED : Objects.requireNonNull(decision);
    }

    private static @Nullable String queue(Draft draft, Need need) {
        RouteDecision decision = draft.state().standing().decision();
        if (decision == null) {
            return null;
        }
        return switch (decision) {
            case NEEDS_REVIEW -> "review";
            case SELF_SERVICE -> "self-service";
            case RELEASED, CLOSED -> null;
            default -> need.demand().skill();
        };
    }

    private static Route route(Draft draft, Need need, Roster roster) {
        TicketState state = draft.state();
        Standing standing = state.standing();
        Owner owner = state.ownership().owner();
        Selection selection = draft.selection();
        boolean open = !standing.ended();
        boolean laneAlerts = open
                && standing.decision() != RouteDecision.SELF_SERVICE
                && draft.policy().lane(need.demand().lane()).alert();
        return new Route(
                standing.sequence(),
                Objects.requireNonNull(standing.decision()),
                Objects.requireNonNull(standing.cause()),
                tier(draft, need),
                queue(draft, need),
                need.demand().pod(),
                owner == null ? null : owner.agentId(),
                state.ownership().epoch(),
                owner == null ? null : owner.acceptedAt(),
                need.row(),
                selection == null ? List.of() : selection.candidates(),
                null,
                waitBound(state, roster.now()),
                standing.decision() == RouteDecision.SELF_SERVICE
                        ? draft.file().analysis().knowledge()
                        : List.of(),
                draft.alert() || laneAlerts,
                reasons(draft, need, laneAlerts, roster.staff()),
                draft.file().policyVersion(),
                roster.now(),
                selection == null ? null : selection.asked());
    }

    private static @Nullable Duration waitBound(TicketState state, Instant now) {
        Queued queued = state.queued();
        return queued == null || queued.latest() == null ? null : Duration.between(now, queued.latest());
    }

    private static List<String> reasons(Draft draft, Need need, boolean laneAlerts, Staff staff) {
        List<String> reasons = new ArrayList<>();
        reasons.add("rule " + need.demand().rule());
        reasons.addAll(draft.reasons());
        if (draft.state().standing().reviewOpen()
                && draft.state().standing().decision() != RouteDecision.NEEDS_REVIEW) {
            reasons.add("a review runs beside");
        }
        if (laneAlerts && need.demand().pod() == null) {
            reasons.add("the account has no pod: T3 is alerted");
        }
        if (draft.state().ownership().owner() == null && unknownAssignee(draft, staff)) {
            reasons.add("the helpdesk's assignee is not a registered agent");
        }
        return reasons;
    }

    private static boolean unknownAssignee(Draft draft, Staff staff) {
        Folded folded = Folded.of(draft.file().ticket(), draft.state().heard().facts());
        Fact assignment = folded.assignment();
        return assignment != null
                && assignment.assignee() != null
                && staff.ofHelpdesk(draft.file().ticket(), assignment.assignee()) == null;
    }

    private static SupportTier tier(Draft draft, Need need) {
        Owner owner = draft.state().ownership().owner();
        if (owner != null) {
            return owner.tier();
        }
        if (draft.state().standing().decision() == RouteDecision.SELF_SERVICE) {
            return SupportTier.T0;
        }
        SupportTier least = SupportTier.T4;
        for (Step step : draft.policy().lane(need.demand().lane()).steps()) {
            for (SupportTier tier : step.tiers()) {
                least = tier.compareTo(least) < 0 && !step.pod() ? tier : least;
            }
        }
        return least.compareTo(need.demand().floor()) < 0 ? need.demand().floor() : least;
    }

    private static Route positioned(Route route, int position) {
        return new Route(
                route.sequence(),
                route.decision(),
                route.cause(),
                route.supportTier(),
                route.queue(),
                route.pod(),
                route.agentId(),
                route.assignmentEpoch(),
                route.acceptedAt(),
                route.matrixRow(),
                route.candidates(),
                position,
                route.waitBound(),
                route.knowledge(),
                route.alert(),
                route.reasons(),
                route.policyVersion(),
                route.decidedAt(),
                route.demand());
    }
}

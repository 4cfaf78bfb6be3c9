package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SupportTier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What others ask of a ticket's owner: the watchdog, the agent, a person in charge. Whatever names another epoch than the
 * present one is stale and changes nothing.
 */
public final class Commands {

    private static final int BREACH = 100;

    private final Roster roster;

    public Commands(Roster roster) {
        this.roster = roster;
    }

    /** Executes an action of the watchdog, once; a stale or overtaken one is counted. */
    public Draft act(Draft draft, SlaAction action) {
        if (action.sequence() <= draft.state().heard().actions()) {
            return draft;
        }
        Draft heard = draft.with(draft.state().with(draft.state().heard().action(action.sequence())));
        return switch (action.action()) {
            case REOFFER -> reoffer(heard, action);
            case REASSIGN -> reassign(heard, action);
            case WARN, ESCALATE -> heard;
        };
    }

    private Draft reoffer(Draft draft, SlaAction action) {
        Owner owner = draft.state().ownership().owner();
        if (stale(draft, action.assignmentEpoch()) || (owner != null && owner.accepted())) {
            return draft.ignored();
        }
        return owner == null ? draft : draft.wishing(Wish.keeping(RouteCause.REOFFERED));
    }

    private Draft reassign(Draft draft, SlaAction action) {
        Owner owner = draft.state().ownership().owner();
        if (stale(draft, action.assignmentEpoch())) {
            return draft.ignored();
        }
        if (owner == null) {
            return draft;
        }
        boolean online = roster.presence(owner.agentId()) == Presence.ONLINE;
        if (action.level() < BREACH && owner.accepted() && online) {
            return draft.ignored();
        }
        Draft open = draft;
        ClockKind opening = draft.policy().experts().missedClock();
        boolean missed = action.clock() == opening && action.level() >= BREACH && owner.tier() == SupportTier.T2;
        if (missed) {
            open = draft.with(draft.state().standing().opensExperts("T2 missed " + opening));
        }
        int limit = draft.policy().limits().slaReassignments();
        if (draft.state().ownership().slaReassignments() >= limit) {
            return open.saying(
                            RouteCause.ESCALATED,
                            "reassigned " + limit + " times already: to be escalated instead of reassigned again")
                    .alerting();
        }
        return open.wishing(new Wish(RouteCause.REASSIGNED_SLA, online, null, missed));
    }

    /**
     * The owner takes the ticket on.
     *
     * @throws RefusedCommand if he is not the owner or the epoch is stale
     */
    public Draft accept(Draft draft, String agentId, long epoch) {
        Owner owner = current(draft, agentId, epoch);
        return owner.accepted()
                ? draft
                : draft.with(draft.state().ownership().accept(roster.now()))
                        .saying(RouteCause.ACCEPTED, "accepted over HTTP");
    }

    /**
     * The owner hands it back; it keeps its age (P19).
     *
     * @throws RefusedCommand as in {@link #accept}
     */
    public Draft decline(Draft draft, String agentId, long epoch, @Nullable String reason) {
        current(draft, agentId, epoch);
        return draft.with(draft.state().ownership().release(RouteCause.DECLINED))
                .saying(RouteCause.DECLINED, reason == null ? "declined" : "declined: " + reason)
                .wishing(Wish.because(RouteCause.DECLINED));
    }

    /**
     * A person moves it: to a named agent, or to the next who qualifies.
     *
     * @param cause {@code REASSIGNED_PERSON}, {@code REASSIGNED_WRONG_SKILL} or {@code REASSIGNED_LOAD}
     * @throws RefusedCommand if the epoch is stale, T3 is not open, or the agent is unknown, absent or full
     */
    public Draft move(Draft draft, @Nullable String agentId, long epoch, RouteCause cause, String reason) {
        if (stale(draft, epoch)) {
            throw RefusedCommand.stale(draft.state().ownership().epoch());
        }
        if (draft.state().standing().ended()) {
            throw new RefusedCommand("ENDED", "The ticket is solved or closed.");
        }
        if (agentId == null) {
            return draft.saying(cause, reason).wishing(Wish.because(cause));
        }
        Agent agent = available(draft, agentId);
        Instant now = roster.now();
        roster.occupy(draft.counted(), -1);
        roster.claim(roster.staff().indexOf(agentId));
        return draft.with(draft.state().ownership().assign(agent, now, cause))
                .counted(agentId)
                .saying(RouteDecision.ASSIGNED, cause, "moved by a person: " + reason);
    }

    private Agent available(Draft draft, String agentId) {
        Agent agent = roster.staff().agent(agentId);
        if (agent == null) {
            throw new RefusedCommand("UNKNOWN_AGENT", "No agent is registered as " + agentId + ".");
        }
        if (draft.state().ownership().ownedBy(agentId)) {
            throw new RefusedCommand("ALREADY_OWNER", agentId + " has the ticket already.");
        }
        Demand demand = Need.of(draft, roster).demand();
        if (agent.tier() == SupportTier.T3 && !demand.expertsOpen()) {
            throw new RefusedCommand(
                    "T3_PROTECTED",
                    "T3 opens by a P1, by a missed resolution at T2, or by an escalation of a T2 agent with a complete"
                            + " package (S40); none of them is the case.");
        }
        int index = roster.staff().indexOf(agentId);
        Refusal refusal = roster.unavailable(index, draft.policy().capacity().limit(agent.capacity(), demand.band()));
        if (refusal != null && refusal != Refusal.NOT_ON_SHIFT) {
            throw new RefusedCommand(refusal.name(), agentId + " cannot take it now: " + refusal + ".");
        }
        return agent;
    }

    private static Owner current(Draft draft, String agentId, long epoch) {
        Owner owner = draft.state().ownership().owner();
        if (stale(draft, epoch)) {
            throw RefusedCommand.stale(draft.state().ownership().epoch());
        }
        if (owner == null || !owner.agentId().equals(agentId)) {
            throw new RefusedCommand("NOT_THE_OWNER", agentId + " does not have this ticket; routing assigns (S38).");
        }
        return owner;
    }

    private static boolean stale(Draft draft, long epoch) {
        return draft.state().ownership().epoch() != epoch;
    }
}

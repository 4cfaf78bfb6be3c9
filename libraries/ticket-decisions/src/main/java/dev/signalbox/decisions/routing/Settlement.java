package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings a ticket's route in line with everything that is known, apart from looking for an owner: that is left as a wish
 * to the {@link Round}. It is a function of the state, so it may be asked again at any time and then changes nothing.
 */
final class Settlement {

    private final Roster roster;
    private final Instant now;

    Settlement(Roster roster) {
        this.roster = roster;
        this.now = roster.now();
    }

    Draft settle(Draft draft) {
        Draft told = origins(draft);
        Folded folded = Folded.of(told.file().ticket(), told.state().heard().facts());
        if (folded.ended()) {
            return ended(told, folded);
        }
        if (told.state().standing().ended()) {
            told = reopened(told, folded);
        }
        told = missedPromise(told);
        told = assignedInHelpdesk(told, folded);
        told = accepted(told);
        told = count(told, folded);
        Need need = Need.of(told, roster);
        told = review(told, need);
        return told.state().ownership().owner() == null ? unowned(told, need) : owned(told, need);
    }

    private Draft ended(Draft draft, Folded folded) {
        RouteDecision end = folded.status() == TicketStatus.SOLVED && !folded.merged()
                ? RouteDecision.RELEASED
                : RouteDecision.CLOSED;
        RouteDecision before = draft.state().standing().decision();
        if (before == end || before == RouteDecision.CLOSED) {
            return count(draft, folded);
        }
        Draft released = draft.with(draft.state().ownership().release(RouteCause.SOLVED))
                .with(draft.state().standing().review(null));
        return count(released, folded)
                .saying(
                        end,
                        RouteCause.SOLVED,
                        folded.merged() ? "merged into another ticket" : "status " + folded.status());
    }

    private Draft reopened(Draft draft, Folded folded) {
        Draft again = draft.with(draft.state().ownership().reopened())
                .with(draft.state().standing().reopened(folded.openSince()));
        return again.wishing(
                new Wish(RouteCause.REOPENED, false, again.state().ownership().last(), false));
    }

    /** Fills in from which tier each escalation came, so that a later change of owner does not change it. */
    private Draft origins(Draft draft) {
        Map<String, OpenEscalation> open = new HashMap<>(draft.state().heard().escalations());
        Owner owner = draft.state().ownership().owner();
        boolean filled = false;
        for (Map.Entry<String, OpenEscalation> entry : open.entrySet()) {
            OpenEscalation escalation = entry.getValue();
            Agent by = roster.staff().ofHelpdesk(draft.file().ticket(), escalation.by());
            SupportTier from = by != null ? by.tier() : owner == null ? null : owner.tier();
            if (escalation.from() == null && from != null) {
                entry.setValue(escalation.from(from));
                filled = true;
            }
        }
        return filled ? draft.with(draft.state().with(draft.state().heard().escalations(open))) : draft;
    }

    private Draft missedPromise(Draft draft) {
        Owner owner = draft.state().ownership().owner();
        ClockKind clock = draft.policy().experts().missedClock();
        boolean missed = draft.state().heard().missed().contains(clock);
        return missed && owner != null && owner.tier() == SupportTier.T2
                ? draft.with(draft.state().standing().opensExperts("T2 missed " + clock))
                : draft;
    }

    /** What the helpdesk says about the owner wins; an echo of our own assignment says nothing (S40). */
    private Draft assignedInHelpdesk(Draft draft, Folded folded) {
        Fact newest = folded.assignment();
        Ownership ownership = draft.state().ownership();
        if (newest == null || newest.id().equals(ownership.helpdesk())) {
            return draft;
        }
        Draft noted = draft.with(ownership.helpdesk(newest.id()));
        Agent assignee = roster.staff().ofHelpdesk(draft.file().ticket(), newest.assignee());
        Agent actor = roster.staff().actor(draft.file().ticket(), newest.actor());
        if (newest.assignee() == null) {
            boolean handedBack = actor != null && ownership.ownedBy(actor.id());
            return handedBack ? handedBack(noted) : noted;
        }
        if (assignee == null || ownership.ownedBy(assignee.id())) {
            return noted;
        }
        if (actor == null && ownership.had(assignee.id())) {
            return noted;
        }
        Instant since = newest.at().isAfter(now) ? now : newest.at();
        Ownership taken = noted.state().ownership().assign(assignee, since, RouteCause.EXTERNAL);
        Draft followed = noted.with(taken)
                .saying(
                        RouteDecision.ASSIGNED,
                        RouteCause.EXTERNAL,
                        "assigned to " + assignee.id() + " in the helpdesk")
                .wishing(null);
        boolean breaksIn = assignee.tier() == SupportTier.T3
                && !Need.of(followed, roster).demand().expertsOpen();
        return breaksIn
                ? followed.saying(RouteCause.EXTERNAL, "nothing had opened T3 (S40)")
                        .alerting()
                : followed;
    }

    private Draft handedBack(Draft draft) {
        return draft.with(draft.state().ownership().release(RouteCause.DECLINED))
                .wishing(Wish.because(RouteCause.DECLINED));
    }

    Draft accepted(Draft draft) {
        Ownership ownership = draft.state().ownership();
        Owner owner = ownership.owner();
        if (owner == null || owner.accepted()) {
            return draft;
        }
        Folded folded = Folded.of(draft.file().ticket(), draft.state().heard().facts());
        Instant earliest = ownership.firstSinceOpen()
                ? folded.openSince()
                : owner.since().minus(draft.policy().acceptance().tolerance());
        for (Fact fact : draft.state().heard().facts()) {
            if (!fact.at().isBefore(earliest) && accepts(draft, fact, owner)) {
                Instant at = fact.at().isBefore(owner.since()) ? owner.since() : fact.at();
                return draft.with(ownership.accept(at))
                        .saying(
                                draft.say() == RouteCause.EXTERNAL ? RouteCause.EXTERNAL : RouteCause.ACCEPTED,
                                "accepted by " + fact.kind());
            }
        }
        return draft;
    }

    private boolean accepts(Draft draft, Fact fact, Owner owner) {
        if (fact.actor().kind() != Actor.Kind.AGENT) {
            return false;
        }
        boolean acts = switch (fact.kind()) {
            case STATUS_CHANGED, SOLVED, REOPENED -> true;
            case ASSIGNED -> {
                Agent assignee = roster.staff().ofHelpdesk(draft.file().ticket(), fact.assignee());
                yield assignee != null && assignee.id().equals(owner.agentId());
            }
            case AGENT_REPLIED -> fact.shown();
            default -> false;
        };
        Agent actor = acts ? roster.staff().actor(draft.file().ticket(), fact.actor()) : null;
        return actor != null && actor.id().equals(owner.agentId());
    }

    /** Keeps the roster's load in step with the ticket's status: one that waits for the customer uses no capacity (P18). */
    Draft count(Draft draft) {
        return count(
                draft, Folded.of(draft.file().ticket(), draft.state().heard().facts()));
    }

    /** Keeps the roster's load in step; a ticket that comes back to a full owner goes to somebody else (I4). */
    private Draft count(Draft draft, Folded folded) {
        Owner owner = draft.state().ownership().owner();
        String should = owner != null && folded.running() ? owner.agentId() : null;
        String counted = draft.counted();
        if (should == null ? counted == null : should.equals(counted)) {
            return draft;
        }
        roster.occupy(counted, -1);
        roster.occupy(should, 1);
        Draft moved = draft.counted(should);
        if (owner == null || should == null || !overfull(draft, owner)) {
            return moved;
        }
        return owner.cause() == RouteCause.EXTERNAL
                ? moved.saying(RouteCause.EXTERNAL, "beyond the capacity of " + should)
                        .alerting()
                : moved.wishing(Wish.because(RouteCause.REASSIGNED_LOAD));
    }

    private boolean overfull(Draft draft, Owner owner) {
        Agent agent = roster.staff().agent(owner.agentId());
        return agent != null
                && roster.load(owner.agentId()) > draft.policy().capacity().hard(agent.capacity());
    }

    private Draft owned(Draft draft, Need need) {
        Owner owner = draft.state().ownership().owner();
        Standing standing = draft.state().standing();
        if (owner == null || draft.wish() != null) {
            return draft;
        }
        if (absent(draft, owner)) {
            return draft.wishing(Wish.because(RouteCause.REASSIGNED_PRESENCE));
        }
        if (timedOut(draft, owner)) {
            return draft.wishing(Wish.keeping(RouteCause.TIMED_OUT));
        }
        if (owner.tier().compareTo(need.demand().floor()) < 0) {
            return draft.wishing(Wish.keeping(RouteCause.ESCALATED));
        }
        if (need.shape().equals(standing.shape())) {
            return draft;
        }
        boolean mustFit = !owner.accepted() || need.demand().rule().compareTo(Precedence.TOTAL_OUTAGE) <= 0;
        boolean chosenByPerson = owner.cause() == RouteCause.EXTERNAL || owner.cause() == RouteCause.REASSIGNED_PERSON;
        if (standing.shape() != null
                && mustFit
                && !chosenByPerson
                && !new Selector(draft.policy(), roster).qualifies(need.demand(), owner.agentId())) {
            return draft.wishing(
                    Wish.keeping(standing.reviewedVersion() > 0 ? RouteCause.REVIEWED : RouteCause.CHANGED));
        }
        return draft.say() == null && standing.shape() != null ? draft.saying(RouteCause.CHANGED) : draft;
    }

    private boolean absent(Draft draft, Owner owner) {
        Instant gone =
                roster.since(owner.agentId()).plus(draft.policy().limits().presenceGrace());
        return !owner.accepted()
                && owner.cause() != RouteCause.EXTERNAL
                && roster.presence(owner.agentId()) != Presence.ONLINE
                && !gone.isAfter(now)
                && draft.counted() != null;
    }

    private boolean timedOut(Draft draft, Owner owner) {
        AcceptancePolicy acceptance = draft.policy().acceptance();
        Instant until = owner.since()
                .plus(acceptance.within(Need.scored(draft.file().score()).band()));
        return acceptance.explicit() && !owner.accepted() && !until.isAfter(now);
    }

    private Draft unowned(Draft draft, Need need) {
        Standing standing = draft.state().standing();
        RouteCause cause = cause(draft, standing, need);
        if (need.demand().rule() == Precedence.NEEDS_REVIEW) {
            return standing.decision() == RouteDecision.NEEDS_REVIEW
                    ? draft
                    : draft.wishing(null).saying(RouteDecision.NEEDS_REVIEW, cause, "confidence below the floor (S7)");
        }
        if (need.selfService()) {
            return standing.decision() == RouteDecision.SELF_SERVICE
                    ? draft
                    : draft.wishing(null)
                            .saying(
                                    RouteDecision.SELF_SERVICE,
                                    cause,
                                    "deflectable, delivered by "
                                            + draft.policy().selfService().channel());
        }
        Draft open = standing.decision() == RouteDecision.SELF_SERVICE ? draft.with(standing.needsPerson()) : draft;
        return open.wish() != null ? open : open.wishing(Wish.because(cause));
    }

    /** Keeps the review's time once it is set, so that it does not move while the ticket waits. */
    private static Draft review(Draft draft, Need need) {
        Standing standing = draft.state().standing();
        return Objects.equals(standing.reviewUntil(), need.reviewUntil())
                ? draft
                : draft.with(standing.review(need.reviewUntil()));
    }

    private static RouteCause cause(Draft draft, Standing standing, Need need) {
        Wish wish = draft.wish();
        if (wish != null) {
            return wish.cause();
        }
        RouteDecision decision = standing.decision();
        if (decision == null) {
            return RouteCause.NEW;
        }
        return switch (decision) {
            case NEEDS_REVIEW -> need.overdueReview() ? RouteCause.TIMED_OUT : RouteCause.REVIEWED;
            case SELF_SERVICE -> RouteCause.CHANGED;
            default -> waitingCause(standing.cause());
        };
    }

    private static RouteCause waitingCause(@Nullable RouteCause cause) {
        return cause == null ? RouteCause.NEW : cause;
    }
}

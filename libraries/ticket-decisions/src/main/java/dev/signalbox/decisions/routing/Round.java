package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All routing decisions of one transaction: first every ticket is settled, which frees capacity, then those that look for
 * an owner are served in the order of their deadlines (C3), so that no new ticket overtakes a waiting one that is due
 * earlier. Pure: the same tickets, roster and time give the same outcomes.
 */
public final class Round {

    private record Seeker(int place, Draft draft, Need need) {}

    private final Roster roster;
    private final Settlement settlement;

    public Round(Roster roster) {
        this.roster = roster;
        this.settlement = new Settlement(roster);
    }

    /** Brings one ticket in line with what is known, so that capacity it no longer uses is free for the others. */
    public Draft settle(Draft draft) {
        return settlement.settle(draft);
    }

    /** Serves the wishes of settled tickets and says what is to be stored and published, in the given order. */
    public List<Outcome> serve(List<Draft> settled) {
        List<Draft> drafts = new ArrayList<>(settled);
        List<Seeker> seekers = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).wish() != null) {
                seekers.add(new Seeker(i, drafts.get(i), Need.of(drafts.get(i), roster)));
            }
        }
        seekers.sort(Comparator.<Seeker, java.time.Instant>comparing(
                        seeker -> seeker.need().window().due())
                .thenComparing(seeker -> seeker.need().demand().band())
                .thenComparing(seeker -> seeker.draft().ticketId()));
        for (Seeker seeker : seekers) {
            drafts.set(seeker.place(), serve(seeker));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Draft draft : drafts) {
            outcomes.add(Outcome.of(settlement.count(draft), roster));
        }
        return outcomes;
    }

    private Draft serve(Seeker seeker) {
        Draft draft = seeker.draft();
        Wish wish = draft.wish();
        if (wish == null) {
            return draft;
        }
        Selector selector = new Selector(draft.policy(), roster);
        Selection selection = select(selector, seeker, wish);
        Agent chosen = selection.chosen();
        if (chosen != null) {
            return assigned(draft, wish, selection, chosen);
        }
        if (wish.keep() && draft.state().ownership().owner() != null) {
            return kept(draft.selected(selection), wish);
        }
        return waiting(draft.selected(selection), seeker.need(), wish, selector);
    }

    private Selection select(Selector selector, Seeker seeker, Wish wish) {
        Draft draft = seeker.draft();
        Set<String> excluded = excluded(draft);
        Demand demand = seeker.need().demand();
        BigDecimal elapsed = seeker.need().window().elapsed(roster.now());
        if (wish.expertsFirst() && demand.expertsOpen()) {
            Selection experts = selector.claim(draft.file(), demand.expertsOnly(), excluded, wish.preferred(), elapsed);
            if (experts.chosen() != null) {
                return experts;
            }
        }
        return selector.claim(draft.file(), demand, excluded, wish.preferred(), elapsed);
    }

    private static Set<String> excluded(Draft draft) {
        Set<String> excluded = new HashSet<>(draft.state().ownership().excluded());
        Owner owner = draft.state().ownership().owner();
        if (owner != null) {
            excluded.add(owner.agentId());
        }
        return excluded;
    }

    private Draft assigned(Draft draft, Wish wish, Selection selection, Agent chosen) {
        roster.occupy(draft.counted(), -1);
        Ownership now = draft.state().ownership().assign(chosen, roster.now(), wish.cause());
        Draft owned =
                draft.with(now).counted(chosen.id()).selected(selection).saying(RouteDecision.ASSIGNED, wish.cause());
        return settlement.accepted(owned).wishing(null);
    }

    private Draft kept(Draft draft, Wish wish) {
        Draft silent = draft.wishing(null);
        return switch (wish.cause()) {
            case REASSIGNED_SLA ->
                silent.saying(RouteCause.REASSIGNED_SLA, "nobody else is eligible: the owner keeps it")
                        .alerting();
            default -> silent;
        };
    }

    private Draft waiting(Draft draft, Need need, Wish wish, Selector selector) {
        RoutingLimits limits = draft.policy().limits();
        boolean expected =
                selector.expects(need.demand(), excluded(draft), need.window().at(limits.shiftStartsBy()));
        RouteDecision decision = expected ? RouteDecision.QUEUED : RouteDecision.NO_ELIGIBLE_AGENT;
        Standing before = draft.state().standing();
        boolean told = draft.say() == null
                && before.decision() == decision
                && draft.state().ownership().owner() == null
                && need.shape().equals(before.shape());
        Draft unowned =
                draft.with(draft.state().ownership().release(wish.cause())).counted(null);
        roster.occupy(draft.counted(), -1);
        if (told) {
            return unowned;
        }
        String because = expected
                ? "somebody qualified is on shift or will be in time"
                : roster.staff().agents().isEmpty() ? "no agent is registered" : "nobody qualified is on shift in time";
        Draft said = unowned.saying(decision, wish.cause(), because);
        return expected ? said : said.alerting();
    }
}

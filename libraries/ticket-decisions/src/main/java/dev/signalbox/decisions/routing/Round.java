package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.decisions.routing.queue.Place;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import dev.signalbox.decisions.routing.queue.Queued;
import dev.signalbox.decisions.routing.queue.Served;
import dev.signalbox.decisions.routing.queue.WaitingLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All routing decisions of one transaction: first every ticket is settled, which frees capacity, then those that look for
 * an owner are served in the order of the {@link WaitingLine} (C3), which goes on where the last transaction has left it.
 * Pure: the same tickets, roster, time and number give the same outcomes.
 */
public final class Round {

    private record Seeker(int index, Draft draft, Wish wish, Need need, Place place) {

        boolean keepsOwner() {
            return wish.keep() && draft.state().ownership().owner() != null;
        }
    }

    private final Roster roster;
    private final Settlement settlement;
    private final QueuePolicy queue;
    private final WaitingLine line;

    /**
     * A round of all that looks for an owner.
     *
     * @param queue of the active policy: one order for tickets of all versions
     * @param firstNumber higher than every number that an earlier round has given to a waiting ticket
     */
    public Round(Roster roster, QueuePolicy queue, long firstNumber) {
        this.roster = roster;
        this.settlement = new Settlement(roster);
        this.queue = queue;
        this.line = new WaitingLine(queue, firstNumber);
    }

    /** Brings one ticket in line with what is known, so that capacity it no longer uses is free for the others. */
    public Draft settle(Draft draft) {
        return settlement.settle(draft);
    }

    /** Serves the wishes of settled tickets and says what is to be stored and published, in the given order. */
    public List<Outcome> serve(List<Draft> settled) {
        List<Draft> drafts = new ArrayList<>(settled);
        Map<String, Seeker> seekers = new LinkedHashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Wish wish = drafts.get(i).wish();
            if (wish != null) {
                Seeker seeker = seeker(i, drafts.get(i), wish);
                seekers.put(seeker.place().ticketId(), seeker);
                line.put(seeker.place(), seeker.draft().state().queued(), roster.now());
            }
        }
        grant(seekers, drafts);
        if (letGo(seekers)) {
            grant(seekers, drafts);
        }
        for (Seeker seeker : seekers.values()) {
            drafts.set(seeker.index(), unserved(seeker));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Draft draft : drafts) {
            Draft counted = settlement.count(draft);
            boolean waits = counted.state().standing().waiting();
            outcomes.add(Outcome.of(waits ? counted : counted.queued(null), roster));
        }
        return outcomes;
    }

    private Seeker seeker(int index, Draft draft, Wish wish) {
        Need need = Need.of(draft, roster);
        Window window = need.window();
        Place place = queue.place(draft.ticketId(), need.demand().band(), window.from(), window.due());
        return new Seeker(index, draft, wish, need, place);
    }

    /** Gives owners to those whose turn it is, until nobody is free for any of the others. */
    private void grant(Map<String, Seeker> seekers, List<Draft> drafts) {
        Set<String> inVain = new HashSet<>();
        Served served = next(seekers, inVain);
        while (served != null) {
            Seeker seeker = seekers.remove(served.place().ticketId());
            Selection selection = select(seeker);
            Agent chosen = selection.chosen();
            if (chosen == null) {
                throw new IllegalStateException("Nobody is free for a ticket for which somebody was free");
            }
            drafts.set(seeker.index(), assigned(seeker.draft(), seeker.wish(), selection, chosen));
            if (seeker.draft().counted() != null) {
                inVain.clear();
            }
            served = next(seekers, inVain);
        }
    }

    private @Nullable Served next(Map<String, Seeker> seekers, Set<String> inVain) {
        return line.next(roster.now(), place -> {
            Seeker seeker = inVain.contains(place.ticketId()) ? null : seekers.get(place.ticketId());
            boolean found = seeker != null && finds(seeker);
            if (!found) {
                inVain.add(place.ticketId());
            }
            return found;
        });
    }

    private boolean finds(Seeker seeker) {
        Selector selector = selector(seeker);
        Demand demand = seeker.need().demand();
        Set<String> excluded = excluded(seeker.draft());
        BigDecimal elapsed = seeker.need().window().elapsed(roster.now());
        return selector.finds(demand, excluded, elapsed)
                || (seeker.wish().expertsFirst()
                        && demand.expertsOpen()
                        && selector.finds(demand.expertsOnly(), excluded, elapsed));
    }

    private Selector selector(Seeker seeker) {
        Queued queued = seeker.draft().state().queued();
        boolean ripe = !seeker.place().ripe().isAfter(roster.now())
                || (queued != null && !queued.ripe().isAfter(roster.now()));
        return new Selector(seeker.draft().policy(), roster, !ripe);
    }

    /** Frees those whose tickets go back to the queue; tells whether there are any. */
    private boolean letGo(Map<String, Seeker> seekers) {
        boolean freed = false;
        for (Map.Entry<String, Seeker> entry : seekers.entrySet()) {
            Seeker seeker = entry.getValue();
            String counted = seeker.draft().counted();
            if (counted != null && !seeker.keepsOwner()) {
                roster.occupy(counted, -1);
                freed = true;
                entry.setValue(new Seeker(
                        seeker.index(), seeker.draft().counted(null), seeker.wish(), seeker.need(), seeker.place()));
            }
        }
        return freed;
    }

    private Selection select(Seeker seeker) {
        Draft draft = seeker.draft();
        Wish wish = seeker.wish();
        Selector selector = selector(seeker);
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

    private Draft unserved(Seeker seeker) {
        Draft selected = seeker.draft().selected(select(seeker));
        return seeker.keepsOwner() ? kept(selected, seeker.wish()) : waiting(selected, seeker);
    }

    private static Draft kept(Draft draft, Wish wish) {
        Draft silent = draft.wishing(null);
        return switch (wish.cause()) {
            case REASSIGNED_SLA ->
                silent.saying(RouteCause.REASSIGNED_SLA, "nobody else is eligible: the owner keeps it")
                        .alerting();
            default -> silent;
        };
    }

    private Draft waiting(Draft draft, Seeker seeker) {
        Need need = seeker.need();
        RoutingLimits limits = draft.policy().limits();
        Selector selector = new Selector(draft.policy(), roster);
        boolean expected =
                selector.expects(need.demand(), excluded(draft), need.window().at(limits.shiftStartsBy()));
        RouteDecision decision = expected ? RouteDecision.QUEUED : RouteDecision.NO_ELIGIBLE_AGENT;
        Standing before = draft.state().standing();
        boolean told = draft.say() == null
                && before.decision() == decision
                && draft.state().ownership().owner() == null
                && need.shape().equals(before.shape());
        Draft unowned = draft.with(
                        draft.state().ownership().release(seeker.wish().cause()))
                .counted(null)
                .queued(promised(draft, seeker, expected, told));
        if (told) {
            return unowned;
        }
        String because = expected
                ? "somebody qualified is on shift or will be in time"
                : roster.staff().agents().isEmpty() ? "no agent is registered" : "nobody qualified is on shift in time";
        Draft said = unowned.saying(decision, seeker.wish().cause(), because);
        return expected ? said : said.alerting();
    }

    /** What is kept of a waiting ticket. A promise is never put off; it is void while nobody eligible is staffed. */
    private @Nullable Queued promised(Draft draft, Seeker seeker, boolean expected, boolean told) {
        Queued queued = line.queued(draft.ticketId());
        if (queued == null || !expected) {
            return queued == null ? null : queued.latest(null);
        }
        Instant before = queued.latest() != null && queued.latest().isBefore(roster.now()) ? null : queued.latest();
        if (told) {
            return queued.latest(before);
        }
        Staffing staffing =
                new Selector(draft.policy(), roster).staffing(seeker.need().demand(), excluded(draft));
        Instant bound = queue.latest(queued, staffing.from(), queue.claimEvery(staffing.agents()));
        return queued.latest(before == null || bound.isBefore(before) ? bound : before);
    }
}

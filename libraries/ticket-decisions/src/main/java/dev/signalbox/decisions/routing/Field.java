package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.RouteDemand;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All agents as candidates for one step of one ticket: each eligible, or refused for one reason. Looks at those who are
 * qualified only; the others are listed from what the staff has answered before.
 */
final class Field {

    /** Why the qualified agent at an index cannot take it now, or null if he can. */
    interface Availability {
        @Nullable
        Refusal of(int index);
    }

    private final int step;
    private final Roster roster;
    private final Requirement requirement;
    private final Qualification qualification;
    private final Set<String> excluded;
    private final Availability availability;

    /** @param step of the lane, from 1 */
    Field(int step, Roster roster, Requirement requirement, Set<String> excluded, Availability availability) {
        this.step = step;
        this.roster = roster;
        this.requirement = requirement;
        this.qualification = roster.staff().qualification(requirement);
        this.excluded = excluded;
        this.availability = availability;
    }

    boolean eligible(int index) {
        return qualification.refusal(index) == null && refusal(index) == null;
    }

    private @Nullable Refusal refusal(int qualified) {
        if (!excluded.isEmpty() && excluded.contains(agent(qualified).id())) {
            return Refusal.EXCLUDED;
        }
        return availability.of(qualified);
    }

    boolean hasEligible() {
        for (int i : qualification.qualified()) {
            if (refusal(i) == null) {
                return true;
            }
        }
        return false;
    }

    /** Index of the best eligible agent, or -1. */
    int best(Points points, Lane.Picking picking) {
        int best = -1;
        long most = -1;
        for (int i : qualification.qualified()) {
            if (refusal(i) != null) {
                continue;
            }
            long here = worth(i, points, picking);
            if (best < 0 || here > most || (here == most && roster.turnAt(i) < roster.turnAt(best))) {
                best = i;
                most = here;
            }
        }
        return best;
    }

    private long worth(int index, Points points, Lane.Picking picking) {
        return picking == Lane.Picking.BEST ? points.of(agent(index), roster.loadAt(index)) : 0;
    }

    int step() {
        return step;
    }

    Selection selection(int chosen, Points points, Lane.Picking picking, int cap, List<String> why, RouteDemand asked) {
        Ranking ranking = new Ranking(cap);
        if (chosen >= 0) {
            ranking.choose(chosen, worth(chosen, points, picking), roster.turnAt(chosen));
        }
        Map<Refusal, List<Integer>> refused = new EnumMap<>(Refusal.class);
        for (int i : qualification.qualified()) {
            Refusal refusal = refusal(i);
            if (refusal == null) {
                if (i != chosen) {
                    ranking.add(i, worth(i, points, picking), roster.turnAt(i));
                }
            } else {
                List<Integer> alike = refused.computeIfAbsent(refusal, reason -> new ArrayList<>());
                if (alike.size() < cap) {
                    alike.add(i);
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int place = 0; place < ranking.size(); place++) {
            long listed = picking == Lane.Picking.BEST ? ranking.points(place) : ranking.share(place);
            candidates.add(candidate(ranking.index(place), listed, null));
        }
        listRefused(candidates, refused, cap);
        List<String> reasons = new ArrayList<>(why);
        if (qualification.agents() > candidates.size()) {
            reasons.add("candidates listed: " + candidates.size() + " of " + qualification.agents());
        }
        return new Selection(chosen < 0 ? null : agent(chosen), candidates, reasons, asked);
    }

    private void listRefused(List<Candidate> candidates, Map<Refusal, List<Integer>> busy, int cap) {
        Refusal[] reasons = Refusal.values();
        for (int nearest = reasons.length - 1; nearest >= 0; nearest--) {
            Refusal reason = reasons[nearest];
            for (int index : busy.getOrDefault(reason, List.of())) {
                refuse(candidates, index, reason, cap);
            }
            for (int index : qualification.refused(reason)) {
                refuse(candidates, index, reason, cap);
            }
        }
    }

    private void refuse(List<Candidate> candidates, int index, Refusal reason, int cap) {
        if (candidates.size() < cap) {
            candidates.add(candidate(index, null, reason));
        }
    }

    private Candidate candidate(int index, @Nullable Long points, @Nullable Refusal reason) {
        return new Candidate(
                agent(index).id(),
                reason == null,
                points == null ? null : Points.decimal(points),
                reason == null ? null : reason.name(),
                roster.loadAt(index),
                agent(index).capacity(),
                reason == null || reason == Refusal.AT_CAPACITY ? roster.turnAt(index) : null);
    }

    @Override
    public String toString() {
        return requirement.toString();
    }

    private Agent agent(int index) {
        return roster.staff().agents().get(index);
    }
}

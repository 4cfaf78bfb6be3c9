package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All agents as candidates for one step of one ticket: each eligible, or refused for one reason. */
final class Field {

    /** The most open tickets that the agent at an index may have after taking this one. */
    interface Limits {
        int of(int index);
    }

    private final Roster roster;
    private final Requirement requirement;
    private final List<@Nullable Refusal> qualified;
    private final Set<String> excluded;
    private final Limits limits;

    Field(Roster roster, Requirement requirement, Set<String> excluded, Limits limits) {
        this.roster = roster;
        this.requirement = requirement;
        this.qualified = roster.staff().refusals(requirement);
        this.excluded = excluded;
        this.limits = limits;
    }

    @Nullable
    Refusal refusal(int index) {
        Refusal refusal = qualified.get(index);
        if (refusal != null) {
            return refusal;
        }
        if (!excluded.isEmpty() && excluded.contains(agent(index).id())) {
            return Refusal.EXCLUDED;
        }
        return roster.unavailable(index, limits.of(index));
    }

    boolean eligible(int index) {
        return refusal(index) == null;
    }

    /** Index of the best eligible agent, or -1. */
    int best(Points points, Lane.Picking picking) {
        int best = -1;
        long most = -1;
        for (int i = 0; i < qualified.size(); i++) {
            if (!eligible(i)) {
                continue;
            }
            long here = picking == Lane.Picking.BEST ? points.of(agent(i), roster.loadAt(i)) : 0;
            if (best < 0 || here > most || (here == most && roster.turnAt(i) < roster.turnAt(best))) {
                best = i;
                most = here;
            }
        }
        return best;
    }

    Selection selection(int chosen, Points points, Lane.Picking picking, int cap, List<String> why) {
        List<Integer> eligible = new ArrayList<>();
        Map<Refusal, List<Integer>> refused = new EnumMap<>(Refusal.class);
        for (int i = 0; i < qualified.size(); i++) {
            Refusal refusal = refusal(i);
            if (refusal == null) {
                eligible.add(i);
            } else {
                List<Integer> alike = refused.computeIfAbsent(refusal, reason -> new ArrayList<>());
                if (alike.size() < cap) {
                    alike.add(i);
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        listEligible(candidates, eligible, chosen, points, picking, cap);
        List<Refusal> nearestFirst = new ArrayList<>(refused.keySet());
        nearestFirst.sort(Comparator.reverseOrder());
        for (Refusal reason : nearestFirst) {
            for (int index : refused.getOrDefault(reason, List.of())) {
                if (candidates.size() < cap) {
                    candidates.add(candidate(index, null, reason));
                }
            }
        }
        List<String> reasons = new ArrayList<>(why);
        if (qualified.size() > candidates.size()) {
            reasons.add("candidates listed: " + candidates.size() + " of " + qualified.size());
        }
        return new Selection(chosen < 0 ? null : agent(chosen), candidates, reasons);
    }

    private void listEligible(
            List<Candidate> candidates,
            List<Integer> eligible,
            int chosen,
            Points points,
            Lane.Picking picking,
            int cap) {
        Map<Integer, Long> each = new HashMap<>();
        if (picking == Lane.Picking.ROUND_ROBIN) {
            eligible.sort(Comparator.comparingLong(roster::turnAt));
            for (int rank = 0; rank < eligible.size(); rank++) {
                each.put(eligible.get(rank), 10_000L * (eligible.size() - rank) / eligible.size());
            }
        } else {
            for (int index : eligible) {
                each.put(index, points.of(agent(index), roster.loadAt(index)));
            }
        }
        eligible.sort(Comparator.<Integer>comparingInt(index -> index == chosen ? 0 : 1)
                .thenComparing(index -> -each.getOrDefault(index, 0L))
                .thenComparing(roster::turnAt));
        for (int index : eligible) {
            if (candidates.size() < cap) {
                candidates.add(candidate(index, each.getOrDefault(index, 0L), null));
            }
        }
    }

    private Candidate candidate(int index, @Nullable Long points, @Nullable Refusal reason) {
        return new Candidate(
                agent(index).id(),
                reason == null,
                points == null ? null : Points.decimal(points),
                reason == null ? null : reason.name(),
                roster.loadAt(index),
                agent(index).capacity());
    }

    @Override
    public String toString() {
        return requirement.toString();
    }

    private Agent agent(int index) {
        return roster.staff().agents().get(index);
    }
}

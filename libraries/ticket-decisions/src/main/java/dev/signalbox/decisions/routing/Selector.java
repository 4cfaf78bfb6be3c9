package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.RouteDemand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Finds an owner: eligibility, then the choice among the eligible (S37, S38). */
public final class Selector {

    private final RoutingPolicy policy;
    private final Roster roster;
    private final boolean holdsBack;

    public Selector(RoutingPolicy policy, Roster roster) {
        this(policy, roster, true);
    }

    /** @param holdsBack false for a ticket that may wait no longer: the bound on its wait knows neither share nor reserve */
    Selector(RoutingPolicy policy, Roster roster, boolean holdsBack) {
        this.policy = policy;
        this.roster = roster;
        this.holdsBack = holdsBack;
    }

    /**
     * Picks an owner and claims his capacity; who is not eligible is never picked.
     *
     * @param excluded agents who must not get it
     * @param preferred gets it if he is eligible at any step (P22), or null
     * @param elapsed share of the window that has passed: it opens the steps of the lane
     */
    public Selection claim(
            CaseFile file, Demand demand, Set<String> excluded, @Nullable String preferred, BigDecimal elapsed) {
        Lane lane = policy.lane(demand.lane());
        Points points = new Points(demand, file, policy.choice());
        List<Field> fields = fields(demand, excluded, elapsed);
        IntFunction<RouteDemand> asked = step -> demand.asked(step, elapsed, preferred, excluded);
        int before = roster.staff().indexOf(preferred);
        for (Field field : fields) {
            if (before >= 0 && field.eligible(before)) {
                return picked(field, before, points, lane, "the ticket's last agent", asked);
            }
        }
        for (Field field : fields) {
            int best = field.best(points, lane.picking());
            if (best >= 0) {
                return picked(field, best, points, lane, "lane " + demand.lane() + ": " + field, asked);
            }
        }
        if (fields.isEmpty()) {
            return new Selection(
                    null, List.of(), List.of("lane " + demand.lane() + ": no step applies yet"), asked.apply(0));
        }
        Field last = fields.get(fields.size() - 1);
        return last.selection(
                -1,
                points,
                lane.picking(),
                policy.limits().candidates(),
                List.of("lane " + demand.lane() + ": nobody is eligible"),
                asked.apply(last.step()));
    }

    /** Whether {@link #claim} would find somebody. */
    boolean finds(Demand demand, Set<String> excluded, BigDecimal elapsed) {
        return fields(demand, excluded, elapsed).stream().anyMatch(Field::hasEligible);
    }

    private List<Field> fields(Demand demand, Set<String> excluded, BigDecimal elapsed) {
        List<Field> fields = new ArrayList<>();
        int extra = policy.capacity().extra(demand.band());
        List<Step> steps = policy.lane(demand.lane()).steps();
        for (int i = 0; i < steps.size(); i++) {
            Requirement requirement =
                    steps.get(i).after().compareTo(elapsed) <= 0 ? demand.requirement(steps.get(i)) : null;
            if (requirement != null) {
                fields.add(new Field(i + 1, roster, requirement, excluded, index -> unavailable(demand, index, extra)));
            }
        }
        return fields;
    }

    /** Whether an agent meets any step of the lane, whatever he is doing now. */
    public boolean qualifies(Demand demand, @Nullable String agentId) {
        int index = roster.staff().indexOf(agentId);
        if (index < 0) {
            return false;
        }
        for (Step step : policy.lane(demand.lane()).steps()) {
            Requirement requirement = demand.requirement(step);
            if (requirement != null && roster.staff().qualification(requirement).refusal(index) == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the ticket has somebody to wait for: a qualified agent on shift who is ONLINE or AWAY, or one whose shift
     * starts before {@code until}. Nobody waits for an agent who is absent (I19).
     */
    public boolean expects(Demand demand, Set<String> excluded, Instant until) {
        return anyone(demand, excluded, index -> {
            if (roster.onShiftAt(index)) {
                return roster.presenceAt(index) != Presence.OFFLINE;
            }
            Instant start = roster.staff().agents().get(index).hours().nextStart(roster.now());
            return start != null && start.isBefore(until);
        });
    }

    /** Who will serve the ticket, as its bound supposes. */
    Staffing staffing(Demand demand, Set<String> excluded) {
        BitSet here = new BitSet();
        Map<Instant, BitSet> coming = new TreeMap<>();
        anyone(demand, excluded, index -> {
            Instant start = roster.onShiftAt(index)
                    ? null
                    : roster.staff().agents().get(index).hours().nextStart(roster.now());
            if (start != null) {
                coming.computeIfAbsent(start, at -> new BitSet()).set(index);
            } else if (roster.onShiftAt(index) && roster.presenceAt(index) == Presence.ONLINE) {
                here.set(index);
            }
            return false;
        });
        return here.isEmpty() && !coming.isEmpty()
                ? coming.entrySet().stream()
                        .findFirst()
                        .map(first ->
                                new Staffing(first.getKey(), first.getValue().cardinality()))
                        .orElseThrow()
                : new Staffing(roster.now(), Math.max(1, here.cardinality()));
    }

    private boolean anyone(Demand demand, Set<String> excluded, IntPredicate test) {
        for (Step step : policy.lane(demand.lane()).steps()) {
            Requirement requirement = demand.requirement(step);
            if (requirement == null) {
                continue;
            }
            for (int i : roster.staff().qualification(requirement).qualified()) {
                if (test.test(i)
                        && !excluded.contains(roster.staff().agents().get(i).id())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Selection picked(
            Field field, int index, Points points, Lane lane, String reason, IntFunction<RouteDemand> asked) {
        Selection selection = field.selection(
                index,
                points,
                lane.picking(),
                policy.limits().candidates(),
                List.of(reason),
                asked.apply(field.step()));
        FairSharePolicy share = policy.fairShare();
        roster.claim(index);
        roster.count(index, share == null ? FairSharePolicy.USUAL_WINDOW : share.within());
        return selection;
    }

    private @Nullable Refusal unavailable(Demand demand, int index, int extra) {
        int soft = roster.staff().agents().get(index).capacity();
        Refusal refusal = roster.unavailable(index, soft + extra);
        return refusal == null && holdsBack ? heldBack(demand.band(), index) : refusal;
    }

    private @Nullable Refusal heldBack(Band band, int index) {
        FairSharePolicy share = policy.fairShare();
        if (share != null && !policy.capacity().bands().contains(band) && roster.hasHad(index, share)) {
            return Refusal.FAIR_SHARE;
        }
        LendingPolicy lending = policy.lending();
        return lending != null && !lending.bands().contains(band) && roster.reserves(index, lending, policy.capacity())
                ? Refusal.RESERVED
                : null;
    }
}

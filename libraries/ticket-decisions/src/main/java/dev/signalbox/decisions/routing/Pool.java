package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.SupportTier;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Waiting tickets that the same agents can serve: they wait under one key, so that only the first of them is looked at. */
public record Pool(String key) {

    private static final int PARTS = 8;

    /**
     * Where a ticket waits.
     *
     * @param excluded agents who must not get it; tickets that some of the others may not take are a pool of their own
     */
    static Pool of(Demand demand, boolean urgent, Set<String> excluded) {
        return new Pool(String.join(
                "|",
                demand.lane(),
                plain(demand.skill()),
                plain(demand.pod()),
                plain(demand.language()),
                demand.floor().name(),
                demand.expertsOpen() ? "T3" : "",
                urgent ? "urgent" : "",
                excluded.stream().map(Pool::plain).sorted().collect(Collectors.joining(","))));
    }

    /** How many more tickets of this pool its agents could take now, by the widest step of the lane. */
    public int room(RoutingPolicy policy, Roster roster) {
        return count(
                policy,
                roster,
                (index, limit) ->
                        Math.max(0, roster.unavailable(index, limit) == null ? limit - roster.loadAt(index) : 0));
    }

    /** Whether one of these agents, by index in {@link Staff#agents()}, could serve it. */
    public boolean servedByAny(BitSet agents, RoutingPolicy policy, Roster roster) {
        return !agents.isEmpty() && count(policy, roster, (index, limit) -> agents.get(index) ? 1 : 0) > 0;
    }

    /** Whether anybody who could serve it is there or has a shift to come. */
    public boolean staffed(RoutingPolicy policy, Roster roster) {
        return count(policy, roster, (index, limit) -> {
                    boolean here = roster.onShiftAt(index) && roster.presenceAt(index) != Presence.OFFLINE;
                    boolean comes = !roster.onShiftAt(index)
                            && roster.staff().agents().get(index).hours().nextStart(roster.now()) != null;
                    return here || comes ? 1 : 0;
                })
                > 0;
    }

    private interface Weight {
        int of(int index, int limit);
    }

    private int count(RoutingPolicy policy, Roster roster, Weight weight) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != PARTS || !policy.lanes().containsKey(parts[0])) {
            return 1; // of a policy that is no longer active: its tickets say themselves what they need
        }
        Band band = parts[6].isEmpty()
                ? Band.LOW
                : policy.capacity().bands().stream().findAny().orElse(Band.LOW);
        Demand demand = new Demand(
                Precedence.MATRIX,
                parts[0],
                band,
                parts[1],
                named(parts[2]),
                named(parts[3]),
                null,
                SupportTier.valueOf(parts[4]),
                !parts[5].isEmpty());
        boolean[] counted = new boolean[roster.staff().agents().size()];
        for (String excluded : parts[7].split(",", -1)) {
            int index = roster.staff().indexOf(excluded);
            if (index >= 0) {
                counted[index] = true;
            }
        }
        int sum = 0;
        for (Step step : policy.lane(demand.lane()).steps()) {
            Requirement requirement = demand.requirement(step);
            if (requirement == null) {
                continue;
            }
            for (int i : roster.staff().qualification(requirement).qualified()) {
                if (!counted[i]) {
                    counted[i] = true;
                    int soft = roster.staff().agents().get(i).capacity();
                    sum += weight.of(i, policy.capacity().limit(soft, band));
                }
            }
        }
        return sum;
    }

    private static String plain(@Nullable String name) {
        return name == null ? "" : name.replace('|', '/');
    }

    private static @Nullable String named(String part) {
        return part.isEmpty() ? null : part;
    }
}

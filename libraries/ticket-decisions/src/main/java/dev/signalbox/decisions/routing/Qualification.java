package dev.signalbox.decisions.routing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The staff's answer to one requirement: who is qualified, whatever he is doing now, and why the others are not. Agents
 * are named by their index in {@link Staff#agents()}.
 */
final class Qualification {

    private final @Nullable Refusal[] refusals;
    private final int[] qualified;
    private final Map<Refusal, int[]> refused = new EnumMap<>(Refusal.class);

    Qualification(Requirement requirement, List<Agent> agents) {
        this.refusals = new Refusal[agents.size()];
        for (int i = 0; i < refusals.length; i++) {
            refusals[i] = requirement.refuses(agents.get(i));
        }
        this.qualified = whereIs(null, refusals.length);
        Arrays.stream(refusals)
                .distinct()
                .filter(refusal -> refusal != null)
                .forEach(refusal -> refused.put(refusal, whereIs(refusal, RoutingLimits.MOST_CANDIDATES)));
    }

    /** Why the agent is not qualified, or null if he is. */
    @Nullable
    Refusal refusal(int index) {
        return refusals[index];
    }

    /** All who are qualified, in the order of their ids. */
    int[] qualified() {
        return qualified;
    }

    /** The first ones who are refused for that reason, as many as a decision may list. */
    int[] refused(Refusal reason) {
        return refused.getOrDefault(reason, new int[0]);
    }

    int agents() {
        return refusals.length;
    }

    private int[] whereIs(@Nullable Refusal refusal, int most) {
        return IntStream.range(0, refusals.length)
                .filter(i -> refusals[i] == refusal)
                .limit(most)
                .toArray();
    }
}

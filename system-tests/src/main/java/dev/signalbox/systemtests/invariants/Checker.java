package dev.signalbox.systemtests.invariants;

import dev.signalbox.systemtests.history.History;
import java.util.List;

/** Holds a history against the delivery promise. */
public final class Checker {

    private final List<Invariant> invariants;

    /** @param levels the percentages at which the policy of the run acts on a clock */
    public Checker(List<Integer> levels) {
        this.invariants = List.of(
                new EveryTicketIsDecided(),
                new EveryFactIsTold(),
                new GarbageIsKept(),
                new EveryVersionIsScored(),
                new FactsTakeEffect(),
                new OneIdOneContent(),
                new SequencesHaveNoGap(),
                new OneOwnerAtATime(),
                new HardCapacityHolds(),
                new LevelsActOnce(),
                new NoLevelIsMissed(levels),
                new NoLevelIsEarly(),
                new EscalationsFollowActions(),
                new HooksArrive(),
                new NothingNewAfterReset());
    }

    /** One finding for each invariant, in the order of the table. */
    public List<Finding> check(History history) {
        return invariants.stream().map(invariant -> check(invariant, history)).toList();
    }

    private static Finding check(Invariant invariant, History history) {
        Violations violations = new Violations();
        invariant.check(history, violations);
        return violations.of(invariant);
    }
}

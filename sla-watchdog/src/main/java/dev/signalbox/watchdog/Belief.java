package dev.signalbox.watchdog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.sla.ClockState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was believed of a clock at a past moment, from what had been told by then (N4, I11).
 *
 * @param dueAt the deadline that was believed
 * @param since when that was decided
 * @param cause of the last change of its deadline or state
 * @param breached a breach had been told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Belief(
        ClockKind clock,
        int cycle,
        ClockState state,
        Instant dueAt,
        Instant since,
        String cause,
        String tightenedBy,
        String by,
        String note,
        boolean breached,
        long clockRevision,
        String calendar,
        String policyVersion,
        String startedBy) {

    /** What was believed then, given everything that was told, in order. */
    static List<Belief> at(Instant moment, List<ClockChange> changes) {
        Map<List<Object>, Belief> beliefs = new LinkedHashMap<>();
        for (ClockChange change : changes) {
            if (!change.decidedAt().isAfter(moment)) {
                beliefs.merge(
                        List.of(change.clock(), change.cycle()), of(change), (before, now) -> before.then(change));
            }
        }
        return new ArrayList<>(beliefs.values());
    }

    private static Belief of(ClockChange change) {
        return new Belief(
                change.clock(),
                change.cycle(),
                state(change, ClockState.RUNNING),
                change.newDueAt(),
                change.decidedAt(),
                change.cause(),
                change.tightenedBy(),
                change.by(),
                change.note(),
                change.kind() == ClockEvent.BREACHED,
                change.clockRevision(),
                change.calendar(),
                change.policyVersion(),
                change.startedBy());
    }

    private Belief then(ClockChange change) {
        if (change.level() == null) {
            Belief next = of(change);
            return next.with(state(change, state), breached);
        }
        return with(state, breached || change.kind() == ClockEvent.BREACHED);
    }

    private Belief with(ClockState nextState, boolean nowBreached) {
        return new Belief(
                clock,
                cycle,
                nextState,
                dueAt,
                since,
                cause,
                tightenedBy,
                by,
                note,
                nowBreached,
                clockRevision,
                calendar,
                policyVersion,
                startedBy);
    }

    private static ClockState state(ClockChange change, ClockState before) {
        return switch (change.kind()) {
            case ACTIVATED, RESUMED -> ClockState.RUNNING;
            case PAUSED -> ClockState.PAUSED;
            case FULFILLED -> ClockState.FULFILLED;
            case CANCELLED -> ClockState.CANCELLED;
            case SUPPRESSED -> ClockState.SILENT;
            case RETARGETED, WARNED, BREACHED -> before;
        };
    }
}

package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import org.jspecify.annotations.Nullable;

/**
 * What takes effect once.
 *
 * @param startedBy what started the clock, or null. A late fact gives a clock another cycle (ADR 0026), and a ticket opened
 *     again owes an answer to the same message in another cycle, so neither names a run alone
 */
public record LevelKey(
        String ticketId,
        ClockKind clock,
        int cycle,
        @Nullable String startedBy,
        int level) {

    public static LevelKey of(SlaAction action) {
        return new LevelKey(action.ticketId(), action.clock(), action.cycle(), action.startedBy(), action.level());
    }

    public static LevelKey of(SlaTimer timer) {
        return new LevelKey(timer.ticketId(), timer.clock(), timer.cycle(), timer.startedBy(), timer.level());
    }

    /** @throws NullPointerException if the change concerns no level */
    static LevelKey of(ClockChange change) {
        return new LevelKey(change.ticketId(), change.clock(), change.cycle(), change.startedBy(), change.level());
    }

    /** The level of whatever clock had that cycle. */
    LevelKey inCycle() {
        return new LevelKey(ticketId, clock, cycle, null, level);
    }
}

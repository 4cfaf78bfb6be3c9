package dev.signalbox.systemtests.invariants;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;

/** What takes effect once. */
public record LevelKey(String ticketId, ClockKind clock, int cycle, int level) {

    /**
     * Whether its cycle is a name for good. A message that arrives late renumbers the clocks that messages start (ADR 0026),
     * and neither timers nor actions say by what their clock was started: theirs cannot be told apart from outside.
     */
    boolean isNumberedForGood() {
        return clock == ClockKind.FIRST_RESPONSE || clock == ClockKind.RESOLUTION;
    }

    public static LevelKey of(SlaAction action) {
        return new LevelKey(action.ticketId(), action.clock(), action.cycle(), action.level());
    }

    public static LevelKey of(SlaTimer timer) {
        return new LevelKey(timer.ticketId(), timer.clock(), timer.cycle(), timer.level());
    }

    /** @throws NullPointerException if the change concerns no level */
    static LevelKey of(ClockChange change) {
        return new LevelKey(change.ticketId(), change.clock(), change.cycle(), change.level());
    }
}

package dev.signalbox.watchdog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.ClockKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done about one clock. It makes the effect key (ticket, clock, cycle, level) take effect once (N12).
 *
 * @param revision rises whenever the promise is set; a timer of another revision is stale
 * @param armed the level whose timer was scheduled last, or null
 * @param levels the decided levels, by rising percent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ClockLedger(ClockKind clock, int cycle, long revision, Armed armed, List<DecidedLevel> levels) {

    /** A scheduled timer. */
    record Armed(int level, Instant dueAt, long revision) {}

    /**
     * A level that has had its effect, or its recorded suppression.
     *
     * @param outcome the action or the reason of the suppression
     */
    record DecidedLevel(int level, String outcome, Instant at) {}

    ClockLedger {
        levels = levels == null ? List.of() : List.copyOf(levels);
    }

    static ClockLedger opened(ClockKind clock, int cycle) {
        return new ClockLedger(clock, cycle, 0, null, List.of());
    }

    boolean isOf(ClockKind someClock, int someCycle) {
        return clock == someClock && cycle == someCycle;
    }

    /** The highest percentage that is used up; lower ones never come any more. */
    int decided() {
        return levels.isEmpty() ? 0 : levels.get(levels.size() - 1).level();
    }

    ClockLedger promisedAnew() {
        return new ClockLedger(clock, cycle, revision + 1, armed, levels);
    }

    ClockLedger armed(Armed next) {
        return new ClockLedger(clock, cycle, revision, next, levels);
    }

    ClockLedger decided(DecidedLevel level) {
        List<DecidedLevel> more = new ArrayList<>(levels);
        more.add(level);
        return new ClockLedger(clock, cycle, revision, armed, more);
    }
}

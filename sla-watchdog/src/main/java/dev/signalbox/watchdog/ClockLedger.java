package dev.signalbox.watchdog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.LevelTiming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done about one clock. It makes the effect key (ticket, clock, cycle, level) take effect once (N12).
 *
 * @param revision rises whenever the promise is set; a timer of another revision is stale
 * @param armed the level whose timer was scheduled last, or null
 * @param levels the decided levels, by rising percent
 * @param judged how the clock was counted, or null
 * @param beaten the ticket was counted as closed to beat this clock
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ClockLedger(
        ClockKind clock,
        int cycle,
        long revision,
        Armed armed,
        List<DecidedLevel> levels,
        Judgement judged,
        boolean beaten) {

    /** A scheduled timer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Armed(int level, Instant dueAt, long revision, LevelTiming timing) {}

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
        return new ClockLedger(clock, cycle, 0, null, List.of(), null, false);
    }

    boolean isOf(ClockKind someClock, int someCycle) {
        return clock == someClock && cycle == someCycle;
    }

    /** The highest percentage that is used up; lower ones never come any more. */
    int decided() {
        return levels.isEmpty() ? 0 : levels.get(levels.size() - 1).level();
    }

    ClockLedger promisedAnew() {
        return new ClockLedger(clock, cycle, revision + 1, armed, levels, judged, beaten);
    }

    ClockLedger armed(Armed next) {
        return new ClockLedger(clock, cycle, revision, next, levels, judged, beaten);
    }

    ClockLedger decided(DecidedLevel level) {
        List<DecidedLevel> more = new ArrayList<>(levels);
        more.add(level);
        return new ClockLedger(clock, cycle, revision, armed, more, judged, beaten);
    }

    ClockLedger judged(Judgement now, boolean nowBeaten) {
        return new ClockLedger(clock, cycle, revision, armed, levels, now, nowBeaten);
    }
}

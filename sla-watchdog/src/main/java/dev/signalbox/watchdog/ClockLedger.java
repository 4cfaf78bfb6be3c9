package dev.signalbox.watchdog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.LevelTiming;
import dev.signalbox.decisions.sla.Clock;
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
 * @param startedBy what started the clock, by what is known now last; so the ledger follows its clock into another cycle
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
        boolean beaten,
        List<String> startedBy) {

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
        startedBy = startedBy == null ? List.of() : List.copyOf(startedBy);
    }

    static ClockLedger opened(Clock clock) {
        return new ClockLedger(clock.kind(), clock.cycle(), 0, null, List.of(), null, false, key(clock));
    }

    /** The ledger of that clock from now on; a timer under its old name is void. */
    ClockLedger following(Clock now) {
        Armed still = now.cycle() == cycle ? armed : null;
        List<String> keys = new ArrayList<>(startedBy);
        keys.removeAll(key(now));
        keys.addAll(key(now));
        return new ClockLedger(clock, now.cycle(), revision, still, levels, judged, beaten, keys);
    }

    /** The ledger of a clock that was taken for this one: what was done for it is done. */
    ClockLedger leaving(Clock other) {
        return new ClockLedger(clock, other.cycle(), revision, null, levels, null, false, key(other));
    }

    /** What started the clock by what is known now, or null where the ticket itself did. */
    String isStartedBy() {
        return startedBy.isEmpty() ? null : startedBy.get(startedBy.size() - 1);
    }

    /** Whether that started the clock, by what is known now. */
    boolean startedBy(Clock some) {
        return hasBeenStartedBy(some) && some.startedBy().equals(isStartedBy());
    }

    /** Whether that started the clock, by what was known at some time. */
    boolean hasBeenStartedBy(Clock some) {
        return clock == some.kind() && some.startedBy() != null && hasBeenStartedBy(some.startedBy());
    }

    boolean hasBeenStartedBy(String what) {
        return startedBy.contains(what);
    }

    private static List<String> key(Clock clock) {
        return clock.startedBy() == null ? List.of() : List.of(clock.startedBy());
    }

    boolean isOf(Clock some) {
        return isOf(some.kind(), some.cycle());
    }

    boolean isOf(ClockKind someClock, int someCycle) {
        return clock == someClock && cycle == someCycle;
    }

    /** The highest percentage that is used up; lower ones never come any more. */
    int decided() {
        return levels.isEmpty() ? 0 : levels.get(levels.size() - 1).level();
    }

    /** What had been done by then; nothing was armed for a past moment. */
    ClockLedger asOf(Instant moment) {
        List<DecidedLevel> then =
                levels.stream().filter(level -> !level.at().isAfter(moment)).toList();
        return new ClockLedger(clock, cycle, revision, null, then, judged, beaten, startedBy);
    }

    ClockLedger promisedAnew() {
        return new ClockLedger(clock, cycle, revision + 1, armed, levels, judged, beaten, startedBy);
    }

    ClockLedger armed(Armed next) {
        return new ClockLedger(clock, cycle, revision, next, levels, judged, beaten, startedBy);
    }

    ClockLedger decided(DecidedLevel level) {
        List<DecidedLevel> more = new ArrayList<>(levels);
        more.add(level);
        return new ClockLedger(clock, cycle, revision, armed, more, judged, beaten, startedBy);
    }

    ClockLedger judged(Judgement now, boolean nowBeaten) {
        return new ClockLedger(clock, cycle, revision, armed, levels, now, nowBeaten, startedBy);
    }
}

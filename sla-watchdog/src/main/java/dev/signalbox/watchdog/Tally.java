package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How counts of clocks change: what a clock counted as before is taken back when it comes out otherwise. */
final class Tally {

    /** The name under which a ticket is counted that was closed to beat the clock (S35). */
    static final String CLOSED_TO_BEAT_THE_CLOCK = "CLOSED_TO_BEAT_THE_CLOCK";

    private final Map<Key, Long> changes = new TreeMap<>();

    /** What is counted together; the order is the one in which rows are locked. */
    record Key(LocalDate day, ClockKind clock, String outcome) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byDay = day.compareTo(other.day);
            int byClock = byDay != 0 ? byDay : clock.compareTo(other.clock);
            return byClock != 0 ? byClock : outcome.compareTo(other.outcome);
        }
    }

    void add(ClockKind clock, LocalDate day, String outcome, long clocks) {
        changes.merge(new Key(day, clock, outcome), clocks, Long::sum);
    }

    /** Counts the new judgement instead of the old one; null is none. */
    void replace(ClockKind clock, Judgement old, Judgement now) {
        if (old != null) {
            add(clock, old.day(), old.outcome().name(), -1);
        }
        if (now != null) {
            add(clock, now.day(), now.outcome().name(), 1);
        }
    }

    /** The changes of several tickets together, without those that cancel out. */
    static Map<Key, Long> sum(Collection<Tally> tallies) {
        Map<Key, Long> sum = new TreeMap<>();
        tallies.forEach(tally -> tally.changes.forEach((key, clocks) -> sum.merge(key, clocks, Long::sum)));
        sum.values().removeIf(clocks -> clocks == 0);
        return sum;
    }
}

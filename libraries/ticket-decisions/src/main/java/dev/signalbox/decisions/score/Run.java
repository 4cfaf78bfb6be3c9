package dev.signalbox.decisions.score;

import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** Neighbouring steps of a factor over which the score only rises or only falls; both ends belong to it. */
record Run(long low, long high) {

    /** The first step above {@code from} at which the band has moved. */
    OptionalLong firstAbove(long from, LongPredicate moved) {
        return high <= from ? OptionalLong.empty() : first(Math.max(low, from + 1), high, moved);
    }

    /** The first step below {@code from} at which the band has moved. */
    OptionalLong firstBelow(long from, LongPredicate moved) {
        return low >= from ? OptionalLong.empty() : first(Math.min(high, from - 1), low, moved);
    }

    /** By halving: where the score only rises or only falls, a band that has been left does not come back. */
    private static OptionalLong first(long near, long far, LongPredicate moved) {
        if (moved.test(near)) {
            return OptionalLong.of(near);
        }
        if (!moved.test(far)) {
            return OptionalLong.empty();
        }
        long before = near;
        long after = far;
        while (Math.abs(after - before) > 1) {
            long middle = before + (after - before) / 2;
            if (moved.test(middle)) {
                after = middle;
            } else {
                before = middle;
            }
        }
        return OptionalLong.of(after);
    }
}

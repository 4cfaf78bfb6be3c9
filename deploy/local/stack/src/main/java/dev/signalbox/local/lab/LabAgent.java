package dev.signalbox.local.lab;

import java.util.Set;

/**
 * An agent of the simulation. He finishes what he has begun when his shift ends.
 *
 * @param from hour at which his shift begins, 0 to 23, {@code to}: at which it ends, above {@code from}, 24 at most
 * @param weekends works on Saturdays and Sundays too
 * @param skills whose tickets he may take
 */
record LabAgent(int from, int to, boolean weekends, Set<Integer> skills) {

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final int WEEK = 7;
    private static final int SATURDAY = 5;

    boolean worksAt(long now) {
        long hour = now % DAY / HOUR;
        return hour >= from && hour < to && (weekends || now / DAY % WEEK < SATURDAY);
    }

    /** When his next shift begins, in milliseconds since the simulation began. */
    long nextShift(long now) {
        long start = now / DAY * DAY + from * HOUR;
        while (start <= now || !worksAt(start)) {
            start += DAY;
        }
        return start;
    }
}

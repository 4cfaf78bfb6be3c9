package dev.signalbox.local.policy;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether one group is harmed more often than everybody else, judged while tickets come in (N7).
 *
 * <p>Each ticket of the group is paired with the next of the others; a pair counts where exactly one of the two is
 * harmed. If neither group is preferred, either is the harmed one with equal chance, whatever the share of harmed tickets
 * is (Wald, Sequential Analysis, 1947, 6). The likelihood ratio against "odds : 1 that it is the group" is a
 * supermartingale then, so it reaches {@code 1 / falseAlarm} with probability {@code falseAlarm} at most, however often
 * one looks (Ville's inequality).
 */
final class PairedTest {

    private static final double EVEN = 0.5;

    private final double hit;
    private final double miss;
    private final double limit;
    private final Deque<Boolean> group = new ArrayDeque<>();
    private final Deque<Boolean> others = new ArrayDeque<>();
    private double evidence;
    private boolean violated;

    /**
     * @param odds above 1: how unequal counts as unfair
     * @param falseAlarm the greatest chance to find what is not there, above 0 and below 1
     */
    PairedTest(double odds, double falseAlarm) {
        this.hit = Math.log(odds / (odds + 1) / EVEN);
        this.miss = Math.log(1 / (odds + 1) / EVEN);
        this.limit = Math.log(1 / falseAlarm);
    }

    void add(boolean ofTheGroup, boolean harmed) {
        (ofTheGroup ? group : others).add(harmed);
        if (!group.isEmpty() && !others.isEmpty()) {
            boolean here = group.remove();
            boolean there = others.remove();
            if (here != there) {
                evidence += here ? hit : miss;
                violated = violated || evidence >= limit;
            }
        }
    }

    /** Whether it was found at any time so far. */
    boolean violated() {
        return violated;
    }
}

package dev.signalbox.decisions;

import java.util.Random;

/**
 * Random input that can be repeated: the seed is printed, {@code -Dsignalbox.seed=} sets it; {@code -Dsignalbox.rounds=}
 * sets how often a property is tried.
 */
public final class Seeds {

    private Seeds() {}

    public static Random random(Class<?> test) {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + " runs with -Dsignalbox.seed=" + seed);
        return new Random(seed);
    }

    /** How often a property is tried; usually so often. */
    public static int rounds(int usual) {
        return Integer.getInteger("signalbox.rounds", usual);
    }
}

package dev.signalbox.decisions;

import java.util.Random;

/** Random input that can be repeated: the seed is printed, {@code -Dsignalbox.seed=} sets it. */
public final class Seeds {

    private Seeds() {}

    public static Random random(Class<?> test) {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + " runs with -Dsignalbox.seed=" + seed);
        return new Random(seed);
    }
}

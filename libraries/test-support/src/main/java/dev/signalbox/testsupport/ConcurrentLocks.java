package dev.signalbox.testsupport;

import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Transactions that lock the same tickets at the same time: most have to wait for a row that another one changes. */
public final class ConcurrentLocks {

    private static final int WORKERS = 4;
    private static final int ROUNDS = 100;
    private static final int TICKETS = 60;

    private ConcurrentLocks() {}

    /**
     * Runs them to their end.
     *
     * @param transaction locks the tickets that it is given, and changes them
     */
    public static void of(String prefix, Consumer<SortedSet<String>> transaction) {
        CompletableFuture.allOf(IntStream.range(0, WORKERS)
                        .mapToObj(worker ->
                                CompletableFuture.runAsync(() -> work(prefix, new Random(worker), transaction)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void work(String prefix, Random random, Consumer<SortedSet<String>> transaction) {
        for (int round = 0; round < ROUNDS; round++) {
            SortedSet<String> ids = new TreeSet<>();
            random.ints(TICKETS / 2, 0, TICKETS).forEach(i -> ids.add(prefix + ":" + i));
            transaction.accept(ids);
        }
    }
}

package dev.signalbox.systemtests.chaos;

import dev.signalbox.local.Part;
import dev.signalbox.local.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Carries out a plan: {@code kill -9}, some time without the process, a new start; kills may overlap. */
public final class Killer {

    private static final int LONGEST_REST_MILLIS = 4_000;
    private static final int STARTS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<Part> plan;
    private final Random random;
    private final Duration gap;
    private final Consumer<String> progress;
    private final long begin = System.nanoTime();
    private final List<Kill> kills = new ArrayList<>();
    private final Map<Part, CompletableFuture<Void>> returns = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::carryOut, "killer");

    /** @param gap from one kill to the next, on average */
    public Killer(List<Part> plan, Duration gap, Random random, Consumer<String> progress) {
        this.plan = List.copyOf(plan);
        this.gap = gap;
        this.random = random;
        this.progress = progress;
    }

    public void start() {
        thread.start();
    }

    /** Waits until every victim of the plan is back. */
    public List<Kill> finish() throws InterruptedException {
        thread.join();
        try {
            CompletableFuture.allOf(returns.values().toArray(CompletableFuture[]::new))
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
        }
        synchronized (kills) {
            return kills.stream().sorted(Comparator.comparing(Kill::at)).toList();
        }
    }

    private void carryOut() {
        try {
            for (Part victim : plan) {
                long pause = gap.toMillis() / 2 + random.nextInt(Math.max(1, (int) gap.toMillis()));
                int rest = random.nextInt(LONGEST_REST_MILLIS);
                if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
                // a part must not be killed while another thread starts it
                returns.getOrDefault(victim, CompletableFuture.completedFuture(null))
                        .join();
                returns.put(victim, CompletableFuture.runAsync(() -> killAndStart(victim, rest), Killer::inThread));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void killAndStart(Part victim, int restMillis) {
        Instant at = Instant.now();
        Duration since = Duration.ofNanos(System.nanoTime() - begin);
        progress.accept("kill " + victim.name());
        victim.kill();
        try {
            if (stopped.await(restMillis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        start(victim);
        Duration away = Duration.ofNanos(System.nanoTime() - begin).minus(since);
        synchronized (kills) {
            kills.add(new Kill(victim.name(), at, since, away));
        }
        progress.accept(victim.name() + " is back after " + away.toMillis() + " ms");
    }

    /** A service that is started while the broker or the database is killed may give up; its supervisor tries again. */
    private void start(Part victim) {
        for (int attempt = 1; ; attempt++) {
            try {
                victim.start();
                return;
            } catch (StackFailure failure) {
                progress.accept(failure.getMessage());
                if (attempt == STARTS || stopped.getCount() == 0) {
                    throw failure;
                }
            }
        }
    }

    private static void inThread(Runnable task) {
        Thread thread = new Thread(task, "victim");
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops killing; what is down stays down, and what is being started is not started again. */
    public void stop() {
        stopped.countDown();
    }
}

package dev.signalbox.timers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.outbox.OpenTransactions;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workers beside one another, some of which die between taking a timer and the commit of its effect. */
class TimerWorkersTest {

    private static final int TIMERS = 3_000;
    private static final int BATCH = 20;
    private static final String EFFECT =
            "insert into effect (timer, worker) select timer, $2 from unnest($1::text[]) as taken (timer)";

    private final long seed = Long.getLong("signalbox.seed", System.nanoTime());
    private final TimerStore store = new TimerStore();
    private final Timers timers = new Timers(store.pool());

    TimerWorkersTest() throws Exception {
        System.out.println("TimerWorkersTest runs with -Dsignalbox.seed=" + seed);
        store.run("insert into timer select 'timer-' || n, 'desk:' || n % 100, 'TEST', "
                + "now() - n * interval '1 ms', '{}' from generate_series(1, " + TIMERS + ") n");
    }

    @Test
    void everyTimerHasItsEffectOnceWhileWorkersDie() throws Exception {
        AtomicInteger working = new AtomicInteger(2);
        List<Thread> workers = List.of(worker("one", working), worker("two", working));
        workers.forEach(Thread::start);
        Random random = new Random(seed);
        int deaths = 0;
        while (working.get() > 0) {
            store.endSessions(random.nextBoolean() ? "one" : "two");
            deaths++;
            Thread.sleep(random.nextInt(60));
        }
        for (Thread worker : workers) {
            worker.join();
        }

        assertThat(store.pending()).isEmpty();
        assertThat(store.effects()).hasSize(TIMERS).doesNotHaveDuplicates();
        assertThat(deaths).isPositive();
    }

    @Test
    void workersShareWhatIsDueInsteadOfWaitingForOneAnother() {
        Pool one = store.pool("one");
        Pool two = store.pool("two");
        List<Timer> taken = new ArrayList<>();

        OpenTransactions.over(one)
                .run(holding -> timers.take(holding, BATCH)
                        .invoke(taken::addAll)
                        // while the first has not committed yet
                        .chain(() -> OpenTransactions.over(two).run(other -> timers.take(other, BATCH)))
                        .invoke(taken::addAll))
                .await()
                .atMost(Duration.ofSeconds(60));

        assertThat(taken.stream().map(Timer::key))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(TIMERS - 2 * BATCH + 1, TIMERS)
                        .mapToObj(n -> "timer-" + n)
                        .toList());
        one.closeAndAwait();
        two.closeAndAwait();
    }

    private Thread worker(String name, AtomicInteger working) {
        Pool pool = store.pool(name);
        Transactions transactions = OpenTransactions.over(pool);
        return new Thread(
                () -> {
                    while (goesOn(transactions, name)) {
                        Thread.onSpinWait();
                    }
                    pool.closeAndAwait();
                    working.decrementAndGet();
                },
                name);
    }

    private boolean goesOn(Transactions transactions, String name) {
        try {
            int taken = transactions
                    .run(work -> timers.take(work, BATCH).call(due -> effect(work, due, name)))
                    .await()
                    .atMost(Duration.ofSeconds(60))
                    .size();
            return taken > 0 || !store.pending().isEmpty();
        } catch (RuntimeException death) {
            return true;
        }
    }

    private static Uni<Void> effect(UnitOfWork work, List<Timer> due, String worker) {
        String[] keys = due.stream().map(Timer::key).toArray(String[]::new);
        return work.query(EFFECT, Tuple.tuple().addArrayOfString(keys).addString(worker))
                .replaceWithVoid();
    }
}

package dev.signalbox.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.TopicWriter;
import dev.signalbox.timers.Timer;
import dev.signalbox.timers.TimerLoop;
import dev.signalbox.timers.Timers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Levels that fell due while no watchdog ran, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class AfterADowntimeTest {

    private static final int LEVELS = 10_000;
    private static final int IN_ONE_TRANSACTION = 1_000;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    // a half of the four hours to the first response: due one after another over the past hour
    private static final String FELL_DUE = """
            update timer set due_at = clock_timestamp() - interval '1 hour' * random()
            where ticket_id like 'downtime:%' and key like '%FIRST_RESPONSE%'""";
    private static final String DECIDED = """
            select count(*) filter (where (state::jsonb->>'actionSequence')::int > 0) as decided,
                count(*) filter (where (state::jsonb->>'actionSequence')::int > 1) as more_than_once
            from watch where ticket_id like 'downtime:%'""";

    private static final String LOST = DECIDED.replace("downtime:", "lost:");

    @Inject
    Transactions transactions;

    @Inject
    Watches watches;

    @Inject
    Timers timers;

    @Inject
    LevelSweep sweep;

    @Inject
    TimerLoop loop;

    @Inject
    WatchdogMetrics metrics;

    @Inject
    WatchdogConfig config;

    @BeforeAll
    static void publishPolicy() {
        try (TopicWriter topics = TopicWriter.open()) {
            PublishedPolicy.starter(topics);
        }
    }

    @Test
    void tenThousandOverdueLevelsTakeEffectOnceEachUnderTwoWatchdogs() {
        for (int from = 0; from < LEVELS; from += IN_ONE_TRANSACTION) {
            int first = from;
            run(work -> keep(work, "downtime:", first, IN_ONE_TRANSACTION, true));
        }
        long begin = System.nanoTime();
        run(work -> work.query(FELL_DUE, Tuple.tuple()));
        LevelFiring second = new LevelFiring(transactions, timers, loop, metrics, config);

        await().atMost(LONG_ENOUGH).until(() -> {
            second.fire().await().atMost(LONG_ENOUGH);
            return count(DECIDED, "decided") == LEVELS;
        });

        System.out.printf(
                "%d overdue levels were decided in %.1f s%n", LEVELS, (System.nanoTime() - begin) / 1_000_000_000.0);
        assertThat(count(DECIDED, "more_than_once")).isZero();
    }

    @Test
    void aDueLevelThatHasLostItsTimerIsFoundAndDecided() {
        run(work -> keep(work, "lost:", 0, 1, false));

        sweep.sweep().await().atMost(LONG_ENOUGH);

        await().atMost(LONG_ENOUGH).until(() -> count(LOST, "decided") == 1);
        assertThat(sweep.sweep().await().atMost(LONG_ENOUGH)).isZero();
        assertThat(count(LOST, "more_than_once")).isZero();
    }

    private Uni<Void> keep(UnitOfWork work, String prefix, int first, int tickets, boolean armed) {
        PolicyDocument policy = PolicyDocument.starter();
        Instant created = work.now().minus(Duration.ofMinutes(150));
        Map<String, TicketWatch> kept = new TreeMap<>();
        for (int i = first; i < first + tickets; i++) {
            String id = prefix + i;
            TicketWatch ticket =
                    new TicketWatch(id, Watch.EMPTY, hash -> policy.policy().sla(), created);
            ticket.scored(Examples.aCase()
                    .of(Examples.aTicket().id(id).createdAt(created).build())
                    .asOf(created)
                    .policy(policy.hash())
                    .scored());
            ticket.settle(new UsualReply(Map.of()));
            kept.put(id, ticket);
        }
        List<Timer> later = kept.values().stream()
                .flatMap(ticket -> ticket.ledgers().armed().stream())
                .map(timer -> new Timer(
                        timer.key(),
                        timer.ticketId(),
                        timer.kind(),
                        work.now().plus(Duration.ofDays(1)),
                        timer.payload()))
                .toList();
        TreeSet<String> ids = new TreeSet<>(kept.keySet());
        return watches.lock(work, ids, ids)
                .chain(() -> watches.save(work, kept))
                .chain(() -> timers.schedule(work, armed ? later : List.of()));
    }

    private long count(String sql, String column) {
        return transactions
                .run(work -> work.query(sql, Tuple.tuple()))
                .await()
                .atMost(LONG_ENOUGH)
                .iterator()
                .next()
                .getLong(column);
    }

    private void run(java.util.function.Function<UnitOfWork, Uni<?>> work) {
        transactions.run(unit -> work.apply(unit).replaceWithVoid()).await().atMost(LONG_ENOUGH);
    }
}

package dev.signalbox.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final int TICKETS = 40;
    private static final int ROUNDS = 150;

    private final long seed = Long.getLong("signalbox.seed", 20261122L);
    private final Random random = new Random(seed);

    @Test
    void firstOccurrencesKeepTheirOrderWhileRelaysDieAtEveryStep() throws Exception {
        System.out.println("signalbox.seed=" + seed);
        // Given
        OutboxStore store = new OutboxStore();
        Pool writers = store.pool("writers");
        Replica one = new Replica(store, "one");
        Replica two = new Replica(store, "two");
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread killer = new Thread(() -> {
            while (writing.get()) {
                store.endSessions(writers, random.nextBoolean() ? "one" : "two");
                pause(random.nextInt(120));
            }
        });
        killer.start();

        // When
        Transactions transactions = transactions(writers, one.relay);
        Map<String, Long> last = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String ticket = store.schema() + ":" + random.nextInt(TICKETS);
                long sequence = last.merge(ticket, 1L, Long::sum);
                events.add(Event.sequenced(
                        Topic.TICKETS_ENRICHED, ticket, sequence, Instant.EPOCH, Map.of("sequence", sequence)));
            }
            transactions.run(work -> work.publish(events)).await().indefinitely();
        }
        writing.set(false);
        killer.join();
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (store.entries(writers) > 0 && System.nanoTime() < deadline) {
            pause(50);
        }

        // Then
        assertThat(store.entries(writers)).as("entries left").isZero();
        Published published = Published.read(store.broker(), Topic.TICKETS_ENRICHED, store.schema());
        assertThat(published.contentsById().values()).as("one id, one content").allMatch(set -> set.size() == 1);
        last.forEach((ticket, count) -> assertThat(published.firstOccurrences(ticket))
                .as(ticket)
                .isEqualTo(java.util.stream.LongStream.rangeClosed(1, count)
                        .boxed()
                        .toList()));
        one.stop();
        two.stop();
    }

    @Test
    void saysNothingOfATransactionThatIsRolledBack() throws Exception {
        // Given
        OutboxStore store = new OutboxStore();
        Pool pool = store.pool("writers");
        Replica replica = new Replica(store, "one");
        Transactions transactions = transactions(pool, replica.relay);
        String ticket = store.schema() + ":1";

        // When
        Uni<Void> failing = transactions.run(work -> work.publish(List.of(event(ticket, 1)))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("planned"))));
        assertThat(failing.onFailure().recoverWithNull().await().indefinitely()).isNull();
        transactions
                .run(work -> work.publish(List.of(event(ticket, 2))))
                .await()
                .indefinitely();
        while (store.entries(pool) > 0) {
            pause(20);
        }

        // Then
        assertThat(Published.read(store.broker(), Topic.TICKETS_ENRICHED, store.schema())
                        .firstOccurrences(ticket))
                .containsExactly(2L);
        replica.stop();
    }

    private static Event event(String ticket, long sequence) {
        return Event.sequenced(Topic.TICKETS_ENRICHED, ticket, sequence, Instant.EPOCH, Map.of("sequence", sequence));
    }

    private static Transactions transactions(Pool pool, Relay relay) {
        return new Transactions(pool, relay, new Quarantine("test"), new StreamMetrics(new SimpleMeterRegistry()));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process with a relay; its publisher fails before, in the middle of and after sending. */
    private final class Replica {

        private final Relay relay;

        Replica(OutboxStore store, String name) {
            EventPublisher unreliable = new EventPublisher(store.broker()) {
                @Override
                public Uni<Void> publish(List<Event> events) {
                    int keep = switch (random.nextInt(4)) {
                        case 0 -> 0;
                        case 1 -> random.nextInt(events.size() + 1);
                        default -> events.size();
                    };
                    boolean dies = random.nextInt(4) == 0;
                    return super.publish(events.subList(0, keep))
                            .chain(() -> keep < events.size() || dies
                                    ? Uni.createFrom().failure(new IllegalStateException("planned death"))
                                    : Uni.createFrom().voidItem());
                }
            };
            this.relay = new Relay(
                    store.pool(name),
                    unreliable,
                    new SimpleMeterRegistry(),
                    store.schema(),
                    50,
                    Duration.ofMillis(20),
                    Duration.ofMillis(10));
            relay.start(null);
        }

        void stop() throws InterruptedException {
            relay.stop(null);
        }
    }
}

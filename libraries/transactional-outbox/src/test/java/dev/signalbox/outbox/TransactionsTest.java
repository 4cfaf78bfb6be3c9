package dev.signalbox.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.UnreadableRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private static final String TOPIC = "tickets.raw";
    private static final String KEEP = "insert into kept (value) values ($1)";

    private final OutboxStore store = new OutboxStore();
    private final Pool pool = store.pool("service");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Transactions transactions = new Transactions(
            pool,
            new Relay(pool, null, meters, store.schema(), 1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
            new Quarantine("test"),
            new StreamMetrics(meters));

    TransactionsTest() throws Exception {
        pool.query("create table kept (value text not null check (value <> 'refused'))")
                .executeAndAwait();
    }

    @Test
    void setsOnlyTheUnreadableRecordAside() {
        List<String> values = new ArrayList<>(
                IntStream.range(0, 50).mapToObj(i -> "good-" + i).toList());
        values.add(17, "not json");

        consume(values, (work, records) -> {
            records.forEach(record -> {
                if (text(record).equals("not json")) {
                    throw new UnreadableRecord("NOT_JSON", "planned", null);
                }
            });
            return keep(work, records);
        });

        assertThat(kept()).hasSize(50).doesNotContain("not json").startsWith("good-0", "good-1");
        assertThat(quarantined()).singleElement().satisfies(entry -> {
            assertThat(entry.get("stage")).isEqualTo("test");
            assertThat(entry.get("offset")).isEqualTo(17);
            assertThat(entry.get("reason").toString()).contains("NOT_JSON");
        });
    }

    @Test
    void setsAsideWhatTheDatabaseRefuses() {
        consume(List.of("a", "refused", "b"), TransactionsTest::keep);

        assertThat(kept()).containsExactly("a", "b");
        assertThat(quarantined())
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("reason").toString()).contains("REFUSED_BY_DATABASE"));
    }

    @Test
    void waitsOutTroubleThatPassesAndQuarantinesNothing() {
        AtomicInteger attempts = new AtomicInteger();

        consume(
                List.of("a", "b"),
                (work, records) -> attempts.incrementAndGet() < 4
                        ? work.query("select pg_terminate_backend(pg_backend_pid())", Tuple.tuple())
                                .replaceWithVoid()
                        : keep(work, records));

        assertThat(attempts).hasValue(4);
        assertThat(kept()).containsExactly("a", "b");
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void keepsNothingOfAnAttemptThatFailed() {
        AtomicInteger attempts = new AtomicInteger();

        consume(
                List.of("a"),
                (work, records) -> keep(work, records)
                        .chain(() -> attempts.incrementAndGet() < 2
                                ? work.query("select pg_terminate_backend(pg_backend_pid())", Tuple.tuple())
                                        .replaceWithVoid()
                                : Uni.createFrom().voidItem()));

        assertThat(kept()).containsExactly("a");
    }

    private void consume(List<String> values, BatchDecision decision) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            records.add(
                    new ConsumerRecord<>(TOPIC, 0, i, "key-" + i, values.get(i).getBytes(StandardCharsets.UTF_8)));
        }
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> batch = Map.of(new TopicPartition(TOPIC, 0), records);
        transactions
                .consume(new ConsumerRecords<>(batch, Map.of()), decision)
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private static Uni<Void> keep(UnitOfWork work, List<ConsumerRecord<String, byte[]>> records) {
        Uni<Void> kept = Uni.createFrom().voidItem();
        for (ConsumerRecord<String, byte[]> record : records) {
            kept = kept.chain(() -> work.query(KEEP, Tuple.of(text(record))).replaceWithVoid());
        }
        return kept;
    }

    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        pool.query("select value from kept").executeAndAwait().forEach(row -> kept.add(row.getString("value")));
        return kept;
    }

    private List<Map<String, Object>> quarantined() {
        List<Map<String, Object>> entries = new ArrayList<>();
        pool.query("select value from outbox where topic = 'tickets.quarantine'")
                .executeAndAwait()
                .forEach(row -> entries.add(asMap(row.getString("value"))));
        return entries;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(String json) {
        return Json.decode(json, Map.class);
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}

package dev.signalbox.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.testsupport.EmbeddedStack;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class EventPublisherTest {

    private static final int ROUNDS = 10;
    private static final int RECORDS = 12_000;
    private static final int KEYS = 100;
    private static final int PARTITIONS = 6;
    /** Longer than the publisher waits for a topic that it does not know. */
    private static final Duration AS_LONG_AS_A_RECORD_WAITS = Duration.ofSeconds(7);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", EmbeddedStack.addresses().bootstrapServers());

    @Test
    void getsThroughInOrderWhilePartitionsAreGettingTheirLeaders() throws Exception {
        try (Admin admin = Admin.create(broker)) {
            for (int round = 0; round < ROUNDS; round++) {
                // Given
                String topic = "new-topic-" + round;
                List<ProducerRecord<String, byte[]>> records = records(topic);
                EventPublisher publisher = new EventPublisher(broker);
                admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                        .all()
                        .get();

                // When
                publisher.publishRecords(records).await().atMost(PATIENCE);

                // Then
                numbersByKey(topic)
                        .forEach((key, numbers) -> assertThat(numbers)
                                .as("%s of %s", key, topic)
                                .isEqualTo(IntStream.range(0, RECORDS / KEYS)
                                        .boxed()
                                        .toList()));
                publisher.close();
                admin.deleteTopics(List.of(topic)).all().get();
            }
        }
    }

    @Test
    void nothingOvertakesARecordThatCannotBeSentYet() throws Exception {
        try (Admin admin = Admin.create(broker)) {
            // Given
            admin.createTopics(List.of(new NewTopic("is-there", PARTITIONS, (short) 1)))
                    .all()
                    .get();
            EventPublisher publisher = new EventPublisher(broker);
            var first = new ProducerRecord<>("comes-later", "key-0", new byte[4]);
            var second = new ProducerRecord<>("is-there", "key-0", new byte[4]);

            // When
            var published = publisher.publishRecords(List.of(first, second)).subscribeAsCompletionStage();

            // Then
            assertThatThrownBy(() -> published.get(AS_LONG_AS_A_RECORD_WAITS.toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            assertThat(numbersByKey("is-there").get("key-0")).isEmpty();
            admin.createTopics(List.of(new NewTopic("comes-later", PARTITIONS, (short) 1)))
                    .all()
                    .get();
            published.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(numbersByKey("is-there").get("key-0")).hasSize(1);
            publisher.close();
        }
    }

    private static List<ProducerRecord<String, byte[]>> records(String topic) {
        Random noise = new Random(1);
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> {
                    // as much as compression leaves of many tickets, so that the burst takes several requests
                    byte[] value = new byte[1_500];
                    noise.nextBytes(value);
                    ByteBuffer.wrap(value).putInt(i / KEYS);
                    return new ProducerRecord<>(topic, "key-" + i % KEYS, value);
                })
                .toList();
    }

    private Map<String, List<Integer>> numbersByKey(String topic) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        IntStream.range(0, KEYS).forEach(key -> numbers.put("key-" + key, new ArrayList<>()));
        try (var consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(i -> new TopicPartition(topic, i))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> numbers.get(record.key())
                                .add(ByteBuffer.wrap(record.value()).getInt()));
            }
        }
        return numbers;
    }
}

package dev.signalbox.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Reads one topic from its beginning, for the tests of one thread. */
public final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Topic topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicRecord> seen = new ArrayList<>();

    private TopicReader(Topic topic, KafkaConsumer<String, byte[]> consumer) {
        this.topic = topic;
        this.consumer = consumer;
    }

    /** A reader of the embedded stack. */
    public static TopicReader of(Topic topic) {
        return of(EmbeddedStack.addresses().bootstrapServers(), topic);
    }

    public static TopicReader of(String bootstrapServers, Topic topic) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(p -> new TopicPartition(topic.topicName(), p))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicReader(topic, consumer);
    }

    /** Everything that is there now, per partition in the order of the topic. */
    public List<TopicRecord> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> seen.add(read(record)));
        }
        return List.copyOf(seen);
    }

    /** Everything with that key that is there now, decoded, in the order of the topic. */
    public <T> List<T> all(String key, Class<T> type) {
        return all().stream()
                .filter(r -> key.equals(r.key()))
                .map(r -> r.as(type))
                .toList();
    }

    /** Waits for the first record with that key that the condition accepts, up to a minute. */
    public <T> T await(String key, Class<T> type, Predicate<T> condition) {
        return Awaitility.await("a record of " + key + " on " + topic.topicName())
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .pollInSameThread()
                .until(() -> all(key, type).stream().filter(condition).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    /** Waits for the first record of any key that the condition accepts, up to a minute. */
    public TopicRecord await(Predicate<TopicRecord> condition) {
        return Awaitility.await("a record on " + topic.topicName())
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .pollInSameThread()
                .until(() -> all().stream().filter(condition).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private TopicRecord read(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? null : new String(header.value(), UTF_8));
        }
        return new TopicRecord(topic, record.partition(), record.offset(), record.key(), headers, record.value());
    }
}

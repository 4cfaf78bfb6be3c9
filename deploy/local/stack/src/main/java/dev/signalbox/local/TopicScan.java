package dev.signalbox.local;

import dev.signalbox.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning to where they end now, and leaves no trace on the broker. */
public final class TopicScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;

    public TopicScan(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** All records, per partition in the order of the topic; for topics that fit into memory. */
    public List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        forEach(topic, records::add);
        return records;
    }

    /** Gives every record as it is read, per partition in the order of the topic, and keeps none. */
    public void forEach(Topic topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        read(
                IntStream.range(0, topic.partitions())
                        .mapToObj(p -> new TopicPartition(topic.topicName(), p))
                        .toList(),
                reader);
    }

    /** The records with that key, in the order of the topic; reads only the partition where they are. */
    public List<ConsumerRecord<String, byte[]>> of(Topic topic, String key) {
        int partition = BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), topic.partitions());
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        read(List.of(new TopicPartition(topic.topicName(), partition)), record -> {
            if (key.equals(record.key())) {
                records.add(record);
            }
        });
        return records;
    }

    private void read(List<TopicPartition> partitions, Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(reader);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}

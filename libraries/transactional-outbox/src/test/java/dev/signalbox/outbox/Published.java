package dev.signalbox.outbox;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that a topic holds for tickets of one source, in the order of their partitions. */
record Published(Map<String, Set<Long>> sequences, Map<String, Set<String>> contentsById) {

    static Published read(Map<String, Object> broker, Topic topic, String source) {
        Map<String, Set<Long>> sequences = new HashMap<>();
        Map<String, Set<String>> contents = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topic.topicName())
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().startsWith(source)) {
                        long sequence =
                                Json.tree(record.value()).get("sequence").asLong();
                        sequences
                                .computeIfAbsent(record.key(), k -> new LinkedHashSet<>())
                                .add(sequence);
                        contents.computeIfAbsent(header(record, "ce_id"), k -> new LinkedHashSet<>())
                                .add(header(record, "ce_time") + new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return new Published(sequences, contents);
    }

    /** The ticket's sequences in the order in which each was first seen. */
    List<Long> firstOccurrences(String ticket) {
        return List.copyOf(sequences.getOrDefault(ticket, Set.of()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

package dev.signalbox.intake.canary;

import dev.signalbox.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sees a canary arrive on the topics of the line. It reads only the partitions on which that one will be. */
final class CanaryWatch implements AutoCloseable {

    /** In the order in which a ticket comes by. */
    static final List<Topic> STATIONS = List.of(
            Topic.TICKETS_RAW, Topic.TICKETS_ENRICHED, Topic.TICKETS_SCORED, Topic.TICKETS_ROUTED, Topic.SLA_CLOCKS);

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;

    /** @param broker the connection settings of the service */
    CanaryWatch(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", false);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Waits at the end of each topic for what comes under that key. */
    void expect(String key) {
        Set<TopicPartition> places = STATIONS.stream()
                .map(topic -> new TopicPartition(topic.topicName(), partition(topic, key)))
                .collect(Collectors.toSet());
        consumer.assign(places);
        consumer.seekToEnd(places);
        places.forEach(consumer::position);
    }

    // as every producer of the line chooses: the default of Kafka's clients
    private int partition(Topic topic, String key) {
        int partitions = consumer.partitionsFor(topic.topicName()).size();
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /**
     * Watches until it has come everywhere.
     *
     * @param patience how long at most
     * @param goesOn asked from time to time whether to go on
     * @param arrived told of each station and how long it took
     * @return the first station at which it was not seen; empty if it came all the way
     */
    Optional<Topic> watch(String key, Duration patience, BooleanSupplier goesOn, BiConsumer<Topic, Duration> arrived) {
        long begin = System.nanoTime();
        Set<Topic> missing = new HashSet<>(STATIONS);
        while (!missing.isEmpty() && goesOn.getAsBoolean() && since(begin).compareTo(patience) < 0) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                Topic topic = Topic.named(record.topic());
                if (key.equals(record.key()) && missing.remove(topic)) {
                    arrived.accept(topic, since(begin));
                }
            }
        }
        return STATIONS.stream().filter(missing::contains).findFirst();
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

package dev.signalbox.edge;

import dev.signalbox.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads all of a compacted topic from its beginning and goes on reading, in every replica and in a thread of its own,
 * without a consumer group.
 */
public final class ReferenceTopic implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ReferenceTopic.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration REST_AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Topic topic;
    private final Map<String, Object> settings;
    private final Consumer<ConsumerRecord<String, byte[]>> reader;
    private final Thread thread;
    private volatile KafkaConsumer<String, byte[]> reading;
    private volatile boolean caughtUp;
    private volatile boolean closing;

    /**
     * @param broker the connection settings of the service
     * @param reader gets every record in order, in one thread; a null value deletes its key; what it throws is logged
     *     and the record passed over, since every reader of the topic meets the same record
     */
    public ReferenceTopic(Topic topic, Map<String, Object> broker, Consumer<ConsumerRecord<String, byte[]>> reader) {
        this.topic = topic;
        this.reader = reader;
        this.settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.thread = new Thread(this::run, "reads-" + topic.topicName());
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Whether everything that was there at the start has been read. */
    public boolean caughtUp() {
        return caughtUp;
    }

    public Topic topic() {
        return topic;
    }

    private void run() {
        while (!closing) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                read(consumer);
            } catch (WakeupException stopped) {
                LOG.debugf("stops reading %s", topic.topicName());
            } catch (RuntimeException trouble) {
                LOG.warnf("reads %s again after: %s", topic.topicName(), trouble);
                rest();
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!closing) {
            consumer.poll(POLL).forEach(this::give);
            caughtUp = caughtUp
                    || partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
        }
    }

    private void give(ConsumerRecord<String, byte[]> record) {
        try {
            reader.accept(record);
        } catch (RuntimeException unreadable) {
            LOG.errorf(
                    unreadable,
                    "passed over topic=%s partition=%d offset=%d",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }

    private void rest() {
        try {
            Thread.sleep(REST_AFTER_TROUBLE.toMillis());
        } catch (InterruptedException e) {
            closing = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        KafkaConsumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }
}

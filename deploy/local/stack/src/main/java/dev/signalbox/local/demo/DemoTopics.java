package dev.signalbox.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.contracts.Topic;
import dev.signalbox.local.StackFailure;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The demo's way into Kafka; may be used by several threads. */
final class DemoTopics implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    DemoTopics(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Reference data under its own key. */
    void publish(Topic topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic.topicName(), key, value));
    }

    /** A helpdesk's payload; helpdesks choose keys as they like, so it has none. */
    RecordMetadata publish(String source, byte[] payload) {
        var record = new ProducerRecord<String, byte[]>(Topic.HELPDESK_EVENTS.topicName(), null, payload);
        record.headers().add("source", source.getBytes(UTF_8));
        return send(record);
    }

    private RecordMetadata send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw new StackFailure("Kafka refused a record: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

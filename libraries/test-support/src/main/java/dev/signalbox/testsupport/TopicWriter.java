package dev.signalbox.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records and waits for the broker's acknowledgement of each. */
public final class TopicWriter implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    private TopicWriter(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** A writer to the embedded stack. */
    public static TopicWriter open() {
        return open(EmbeddedStack.addresses().bootstrapServers());
    }

    public static TopicWriter open(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                // the largest record that a test sends: helpdesk.events takes 4 MiB
                "max.request.size",
                6 * 1024 * 1024);
        return new TopicWriter(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /** An event with its CloudEvents headers. */
    public void write(Event event) {
        write(event.topic(), event.key(), event.headers(), event.value());
    }

    /** Reference data: an account, an agent, an article, a solved ticket; null deletes. */
    public void write(Topic topic, String key, Object value) {
        write(topic, key, Map.of("ce_time", Instant.now().toString()), value == null ? null : Json.encode(value));
    }

    /** Anything. */
    public void write(Topic topic, String key, Map<String, String> headers, byte[] value) {
        var record = new ProducerRecord<>(topic.topicName(), key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused a record for " + topic.topicName(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing to " + topic.topicName(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

package dev.signalbox.systemtests.bench;

import dev.signalbox.contracts.Event;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as fast as Kafka takes them. All are there when it is closed. */
final class Burst implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    Burst(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "5"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void send(Event event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(event.topic().topicName(), event.key(), event.value());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}

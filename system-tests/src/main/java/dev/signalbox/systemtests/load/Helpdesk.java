package dev.signalbox.systemtests.load;

import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says everything at its time, through both doors, and puts down what was accepted. */
public final class Helpdesk implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final HttpDoor http;
    private final Journal journal;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public Helpdesk(String bootstrapServers, URI intake, Journal journal) {
        this.journal = journal;
        this.http = new HttpDoor(intake, journal);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        Duration.ofMinutes(3).toMillis(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Says all of it in order, each when it is due. */
    public void say(List<Delivery> deliveries) throws InterruptedException {
        for (Delivery delivery : deliveries) {
            long early = Duration.between(Instant.now(), delivery.due()).toMillis();
            if (early > 0) {
                Thread.sleep(early);
            }
            say(delivery);
        }
    }

    void say(Delivery delivery) {
        if (delivery.door() == Delivery.Door.HTTP) {
            http.deliver(delivery);
            return;
        }
        // garbage has no key, as a helpdesk's record may have any
        var record = new ProducerRecord<>(Topic.HELPDESK_EVENTS.topicName(), delivery.ticketId(), delivery.body());
        delivery.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record, (metadata, refused) -> {
            if (refused == null) {
                journal.add(delivery.accepted(new Accepted.Place(metadata.partition(), metadata.offset())));
            } else {
                failure.compareAndSet(null, refused);
            }
        });
    }

    /** Waits until everything that was said is accepted. */
    @Override
    public void close() {
        producer.close();
        http.close();
        if (failure.get() != null) {
            throw new IllegalStateException("helpdesk.events did not take a record", failure.get());
        }
    }
}

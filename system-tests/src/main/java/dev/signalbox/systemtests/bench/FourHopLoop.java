package dev.signalbox.systemtests.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The yardstick: four hops of plain Kafka clients in one process that decode and encode and decide nothing; flush and
 * commit after each poll of up to 500 records. Runs as a process of its own, so that its processor time is its own.
 */
public final class FourHopLoop {

    private static final int HOPS = 4;
    private static final int PATIENCE_MINUTES = 10;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String bootstrapServers;
    private final String prefix;
    private final long warmUp;
    private final long total;
    private final AtomicLong arrived = new AtomicLong();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long begunNanos;
    private volatile long begunCpuNanos;

    private FourHopLoop(String bootstrapServers, String prefix, long warmUp, long total) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
        this.warmUp = warmUp;
        this.total = total;
    }

    /**
     * Moves records from {@code prefix.0} to {@code prefix.4} and prints the wall and processor nanoseconds that the
     * records after the warm-up took.
     *
     * @param arguments bootstrap servers, prefix, records of warm-up, records in all
     */
    public static void main(String[] arguments) throws InterruptedException {
        endWithTheBench();
        new FourHopLoop(arguments[0], arguments[1], Long.parseLong(arguments[2]), Long.parseLong(arguments[3])).run();
    }

    private static void endWithTheBench() {
        Thread thread = new Thread(() -> {
            try {
                // nothing is ever written: the end of the input is the end of the bench, however it came
                System.in.readAllBytes();
            } catch (IOException gone) {
                System.err.println("The bench is gone: " + gone.getMessage());
            }
            Runtime.getRuntime().halt(1);
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void run() throws InterruptedException {
        for (int hop = 0; hop < HOPS; hop++) {
            int from = hop;
            Thread thread = new Thread(() -> move(from), "hop-" + hop);
            thread.setDaemon(true);
            thread.start();
        }
        if (!done.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Only " + arrived + " of " + total + " records went round");
        }
        long wall = System.nanoTime() - begunNanos;
        long cpu = SYSTEM.getProcessCpuTime() - begunCpuNanos;
        System.out.println("LOOP " + wall + " " + cpu);
    }

    private void move(int hop) {
        try (var consumer = consumer(hop);
                var producer = producer()) {
            consumer.subscribe(List.of(prefix + "." + hop));
            while (done.getCount() > 0) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(100));
                for (ConsumerRecord<String, byte[]> record : records) {
                    CaseFile decoded = Json.decode(record.value(), CaseFile.class);
                    producer.send(new ProducerRecord<>(prefix + "." + (hop + 1), record.key(), Json.encode(decoded)));
                }
                producer.flush();
                consumer.commitSync();
                if (hop == HOPS - 1) {
                    count(records.count());
                }
            }
        }
    }

    private void count(int records) {
        long before = arrived.getAndAdd(records);
        if (before < warmUp && before + records >= warmUp) {
            begunNanos = System.nanoTime();
            begunCpuNanos = SYSTEM.getProcessCpuTime();
        }
        if (before + records >= total) {
            done.countDown();
        }
    }

    private KafkaConsumer<String, byte[]> consumer(int hop) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "group.id", prefix + "-" + hop,
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false",
                        "max.poll.records", "500"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        "true",
                        "linger.ms",
                        "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Topics of the loop, first to last. */
    static List<String> topics(String prefix) {
        List<String> topics = new ArrayList<>();
        for (int i = 0; i <= HOPS; i++) {
            topics.add(prefix + "." + i);
        }
        return topics;
    }
}

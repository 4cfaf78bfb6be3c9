package dev.signalbox.systemtests.bench;

import dev.signalbox.contracts.Json;
import dev.signalbox.local.LocalStack;
import dev.signalbox.testsupport.Examples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One round of the yardstick: what the plain loop costs and how fast it is, on the same broker as the line. */
record LoopRound(double ticketsPerSecond, double loopMicros, double brokerMicros) {

    private static final int PARTITIONS = 6;
    private static final int PAYLOAD_BYTES = 1_500;

    /** Processor time of one ticket over all four hops, the broker's share included, in microseconds. */
    double micros() {
        return loopMicros + brokerMicros;
    }

    static LoopRound run(LocalStack stack, int round, int warmUp, int count) throws Exception {
        String prefix = "bench-loop-" + round;
        String servers = stack.kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(FourHopLoop.topics(prefix).stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
            preload(servers, prefix + ".0", warmUp + count);
            Duration brokerBefore = ProcessUse.cpu(stack.kafka().pid());
            long[] measured = loop(servers, prefix, warmUp, warmUp + count);
            Duration broker = ProcessUse.cpu(stack.kafka().pid()).minus(brokerBefore);
            admin.deleteTopics(FourHopLoop.topics(prefix)).all().get();
            return new LoopRound(
                    count / (measured[0] / 1e9), measured[1] / 1e3 / count, broker.toNanos() / 1e3 / (warmUp + count));
        }
    }

    private static long[] loop(String servers, String prefix, int warmUp, int total)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FourHopLoop.class.getName(),
                        servers,
                        prefix,
                        Integer.toString(warmUp),
                        Integer.toString(total))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("LOOP ")) {
                    String[] figures = line.split(" ");
                    return new long[] {Long.parseLong(figures[1]), Long.parseLong(figures[2])};
                }
            }
            throw new IllegalStateException("The loop ended without figures, exit code " + process.waitFor());
        } finally {
            process.destroy();
        }
    }

    private static void preload(String servers, String topic, int count) {
        byte[] payload = payload();
        AtomicReference<Exception> refusal = new AtomicReference<>();
        // one request at a time: the topic is new, see ADR 0003
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers,
                "acks",
                "all",
                "linger.ms",
                "5",
                "max.in.flight.requests.per.connection",
                "1");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, "bench:" + i, payload), (written, failure) -> {
                    if (failure != null) {
                        refusal.compareAndSet(null, failure);
                    }
                });
            }
        }
        if (refusal.get() != null) {
            throw new IllegalStateException("Kafka did not take the loop's records", refusal.get());
        }
    }

    /** A case file as enrichment writes it, padded to the agreed size. */
    private static byte[] payload() {
        int bare = encoded("").length;
        return encoded("x".repeat(Math.max(0, PAYLOAD_BYTES - bare)));
    }

    private static byte[] encoded(String body) {
        return Json.encode(Examples.aCase()
                .of(Examples.aTicket().saying("A question", body).build())
                .enriched());
    }
}

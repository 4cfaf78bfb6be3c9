package dev.signalbox.systemtests.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.load.ReferenceData;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.TopicWriter;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The load on the whole line: 2 000 customers, agents who are there, and tickets in the given mix of bands. */
final class LineLoad implements AutoCloseable {

    static final String SOURCE = "bench";

    private static final int EXAMPLES = 20;
    private static final int ACCOUNTS_PER_BAND = 400;
    private static final int AGENTS_PER_TIER = 100;
    private static final int CAPACITY = 40;
    // a support ticket of usual length
    private static final String PADDING = " We look forward to your answer.".repeat(15);

    private final KafkaProducer<String, byte[]> producer;
    private final Random random;

    LineLoad(String bootstrapServers, long seed) {
        this.random = new Random(seed);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "2"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Publishes solved tickets, so that the classifier is sure of the load's texts; to be called before it starts. */
    static void teach(String bootstrapServers) {
        try (TopicWriter writer = TopicWriter.open(bootstrapServers)) {
            for (Bands kind : Bands.values()) {
                for (int i = 0; i < EXAMPLES; i++) {
                    var past = kind.resolved(i);
                    writer.write(Topic.HISTORY, past.ticketId(), past);
                }
            }
        }
    }

    /** Publishes customers and agents, and brings every agent online. */
    static void prepare(String bootstrapServers, URI routing) throws Exception {
        try (TopicWriter writer = TopicWriter.open(bootstrapServers)) {
            for (Bands kind : Bands.values()) {
                for (int i = 0; i < ACCOUNTS_PER_BAND; i++) {
                    String id = organization(kind, i);
                    writer.write(
                            Topic.ACCOUNTS,
                            id,
                            Examples.anAccount()
                                    .id(id)
                                    .plan(kind.plan())
                                    .arr(kind.arr())
                                    .health(90)
                                    .renewal(null)
                                    .externalId(SOURCE, id)
                                    .build());
                }
            }
            for (var agent : BenchAgents.all(AGENTS_PER_TIER, CAPACITY)) {
                writer.write(Topic.AGENTS, agent.id(), agent);
            }
        }
        ReferenceData.bringOnline(routing, BenchAgents.all(AGENTS_PER_TIER, CAPACITY));
    }

    /** Publishes tickets as fast as the broker takes them. */
    void publish(String prefix, int count) {
        for (int i = 0; i < count; i++) {
            publishOne(prefix + i);
        }
        producer.flush();
    }

    /** Publishes tickets at an even pace. */
    void publishPaced(String prefix, int count, double perSecond) {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begin + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            publishOne(prefix + i);
        }
        producer.flush();
    }

    private void publishOne(String externalId) {
        Bands kind = Bands.drawn(random);
        byte[] ticket = Json.encode(Map.of(
                "externalId", externalId,
                "subject", kind.subject(),
                "body", kind.body() + PADDING,
                "organizationId", organization(kind, random.nextInt(ACCOUNTS_PER_BAND)),
                "requester", Map.of("email", "someone@customer.example"),
                "createdAt", Instant.now().toString()));
        send(externalId, ticket, "native");
    }

    /** Publishes that an agent has solved a ticket, as the helpdesk would. */
    void solve(String ticketId, String agentId) {
        String externalId = ticketId.substring(ticketId.indexOf(':') + 1);
        byte[] activity = Json.encode(Map.of(
                "ticketId",
                ticketId,
                "activityId",
                "solved-" + externalId,
                "kind",
                "SOLVED",
                "status",
                "SOLVED",
                "public",
                true,
                "actor",
                Map.of("kind", "AGENT", "id", agentId),
                "at",
                Instant.now().toString()));
        send(externalId, activity, "activity");
    }

    private void send(String key, byte[] value, String kind) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topic.HELPDESK_EVENTS.topicName(), key, value);
        if (kind.equals("activity")) {
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", "solved-" + key);
            header(record, "ce_type", "signalbox.activity.v1");
            header(record, "ce_source", SOURCE);
            header(record, "content-type", "application/json");
        }
        header(record, "source", SOURCE);
        header(record, "sourcetype", "native");
        producer.send(record);
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    private static String organization(Bands kind, int number) {
        return "org-" + kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + number;
    }

    @Override
    public void close() {
        producer.close();
    }
}

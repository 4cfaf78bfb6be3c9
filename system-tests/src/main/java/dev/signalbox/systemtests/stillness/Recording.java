package dev.signalbox.systemtests.stillness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.AgentActivity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Escalated;
import dev.signalbox.systemtests.history.Fact;
import dev.signalbox.systemtests.history.Refusal;
import dev.signalbox.systemtests.history.Routing;
import dev.signalbox.systemtests.history.Said;
import dev.signalbox.systemtests.history.Version;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads everything that Signalbox has said, from the beginning of every topic to its end. */
public final class Recording {

    private static final List<Topic> WRITTEN = List.of(
            Topic.TICKETS_RAW,
            Topic.TICKETS_ACTIVITY,
            Topic.TICKETS_ENRICHED,
            Topic.TICKETS_SCORED,
            Topic.TICKETS_ROUTED,
            Topic.SLA_TIMERS,
            Topic.SLA_CLOCKS,
            Topic.SLA_ACTIONS,
            Topic.ESCALATIONS,
            Topic.REVIEWS,
            Topic.AGENTS_ACTIVITY,
            Topic.TICKETS_QUARANTINE);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int DIGEST_BYTES = 12;

    private final Map<TopicPartition, Long> endsAtReset;
    private final MessageDigest sha256;

    private Recording(Map<TopicPartition, Long> endsAtReset) {
        this.endsAtReset = endsAtReset;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @param endsAtReset where every partition ended when the groups were set back */
    public static List<Said<?>> of(String bootstrapServers, Map<TopicPartition, Long> endsAtReset) {
        Recording recording = new Recording(endsAtReset);
        List<Said<?>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            WRITTEN.forEach(topic -> recording.read(consumer, topic, records));
        }
        return records;
    }

    private void read(KafkaConsumer<String, byte[]> consumer, Topic topic, List<Said<?>> records) {
        Set<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(p -> new TopicPartition(topic.topicName(), p))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> records.add(said(topic, record)));
        }
    }

    private Said<?> said(Topic topic, ConsumerRecord<String, byte[]> record) {
        Object content = content(topic, record.value());
        String sequenceHeader = header(record, "ce_sequence");
        return new Said<>(
                topic,
                record.partition(),
                record.offset(),
                record.key(),
                header(record, "ce_id"),
                sequence(content, record.value()),
                sequenceHeader.isEmpty() ? 0 : Long.parseLong(sequenceHeader),
                HexFormat.of().formatHex(sha256.digest(record.value()), 0, DIGEST_BYTES),
                record.offset() >= endsAtReset.get(new TopicPartition(record.topic(), record.partition())),
                content);
    }

    private static Object content(Topic topic, byte[] value) {
        return switch (topic) {
            case TICKETS_ACTIVITY ->
                new Fact(Json.tree(value).path("activityId").asText());
            case TICKETS_ENRICHED, TICKETS_SCORED -> version(Json.decode(value, CaseFile.class));
            case TICKETS_ROUTED -> Routing.of(Json.decode(value, CaseFile.class));
            case SLA_TIMERS -> Json.decode(value, SlaTimer.class);
            case SLA_CLOCKS -> Json.decode(value, ClockChange.class);
            case SLA_ACTIONS -> Json.decode(value, SlaAction.class);
            case AGENTS_ACTIVITY -> Json.decode(value, AgentActivity.class);
            case ESCALATIONS -> escalated(Json.decode(value, Escalation.class));
            case TICKETS_QUARANTINE -> refusal(Json.decode(value, Quarantined.class));
            default -> topic;
        };
    }

    private static Version version(CaseFile file) {
        return new Version(file.version(), file.asOf());
    }

    private static Escalated escalated(Escalation escalation) {
        return new Escalated(escalation.id(), escalation.change());
    }

    private static Refusal refusal(Quarantined quarantined) {
        return new Refusal(
                quarantined.topic(),
                quarantined.partition(),
                quarantined.offset(),
                quarantined.stage(),
                quarantined.reason().code());
    }

    private static long sequence(Object content, byte[] value) {
        if (content instanceof Version version) {
            return version.version();
        }
        JsonNode tree = Json.tree(value);
        return content instanceof Routing
                ? tree.path("route").path("sequence").asLong()
                : tree.path("sequence").asLong();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}

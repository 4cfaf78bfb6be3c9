package dev.signalbox.escalation.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Tells a pager about escalations: kafka-clients and a JSON parser, nothing of Signalbox. */
public final class EscalationPager {

    /** Where alarms go. All three are repeatable: {@code dedupKey} stays the same for one escalation. */
    public interface Pager {
        void trigger(String dedupKey, String whom, String text);

        void acknowledge(String dedupKey, String by);

        void resolve(String dedupKey);
    }

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Long> seen = new HashMap<>(); // the highest sequence of each ticket
    private final Pager pager;

    public EscalationPager(Pager pager) {
        this.pager = pager;
    }

    public static KafkaConsumer<String, byte[]> connect(String bootstrapServers, String group) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "latest", // a new pager does not ring for last month
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of("escalations"));
        return consumer;
    }

    /** One round: what was handled is committed, what was not comes again. */
    public void poll(KafkaConsumer<String, byte[]> consumer) throws IOException {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
            handle(record.key(), json.readTree(record.value()));
        }
        consumer.commitSync();
    }

    private void handle(String ticketId, JsonNode escalation) {
        long sequence = escalation.get("sequence").longValue();
        if (sequence <= seen.getOrDefault(ticketId, 0L)) {
            return; // a repetition
        }
        String key = escalation.get("dedupKey").textValue();
        String owner = escalation.path("owner").asText("nobody");
        switch (escalation.get("change").textValue()) {
            case "OPENED", "LEVEL_RAISED", "UNACKNOWLEDGED", "UNDELIVERABLE" ->
                pager.trigger(key, owner, text(ticketId, escalation));
            case "ACKNOWLEDGED" -> pager.acknowledge(key, escalation.path("by").asText());
            case "RESOLVED", "CANCELLED" -> pager.resolve(key);
            default -> {} // UPDATED, JOINED, RETURNED, and whatever is added later: nothing rings
        }
        seen.put(ticketId, sequence);
    }

    private static String text(String ticketId, JsonNode escalation) {
        return ticketId + " " + escalation.path("trigger").asText() + ": "
                + escalation.path("reason").asText() + " | "
                + escalation.path("summary").asText();
    }
}

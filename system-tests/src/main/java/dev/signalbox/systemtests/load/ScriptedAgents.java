package dev.signalbox.systemtests.load;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Topic;
import dev.signalbox.systemtests.history.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Half of the assigned tickets are answered by their owner, which accepts them: each once, over Kafka. */
public final class ScriptedAgents implements AutoCloseable {

    private final Helpdesk helpdesk;
    private final String bootstrapServers;
    private final Random random;
    private final Set<String> answered = new HashSet<>();
    private final Thread thread = new Thread(this::work, "scripted-agents");
    private volatile boolean closing;

    /** @param bootstrapServers where {@code tickets.routed} is followed, through every outage */
    public ScriptedAgents(String bootstrapServers, Helpdesk helpdesk, Random random) {
        this.helpdesk = helpdesk;
        this.bootstrapServers = bootstrapServers;
        this.random = random;
    }

    public void start() {
        thread.start();
    }

    private void work() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers,
                "group.id", "scripted-agents",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Set.of(Topic.TICKETS_ROUTED.topicName()));
            while (!closing) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> see(record.key(), record.value()));
            }
        }
    }

    private void see(String ticketId, byte[] value) {
        CaseFile routed = Json.decode(value, CaseFile.class);
        boolean mine = ticketId.hashCode() % 2 == 0;
        if (mine && routed.route().decision() == RouteDecision.ASSIGNED && answered.add(ticketId)) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            String activityId = "owner-replied-" + ticketId;
            String owner = routed.route().agentId();
            helpdesk.say(new Delivery(
                    now,
                    Delivery.Door.KAFKA,
                    Accepted.Kind.ACTIVITY,
                    ticketId,
                    activityId,
                    ActivityKind.AGENT_REPLIED,
                    now,
                    Payloads.activityHeaders(activityId),
                    Payloads.activity(ticketId, activityId, ActivityKind.AGENT_REPLIED, now, owner, random)));
        }
    }

    @Override
    public void close() {
        closing = true;
        Ends.join(thread);
    }
}

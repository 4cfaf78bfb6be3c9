package dev.signalbox.edge;

import dev.signalbox.contracts.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The reference topics that this replica reads; it is not ready before it knows what was there at its start. */
@Default
@Readiness
@ApplicationScoped
public class ReferenceTopics implements HealthCheck {

    private final Map<String, Object> broker;
    private final List<ReferenceTopic> topics = new CopyOnWriteArrayList<>();

    ReferenceTopics(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** Begins to read a topic; errors as in {@link ReferenceTopic}. */
    public ReferenceTopic read(Topic topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        ReferenceTopic reading = new ReferenceTopic(topic, broker, reader);
        topics.add(reading);
        reading.start();
        return reading;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("reference topics")
                .status(topics.stream().allMatch(ReferenceTopic::caughtUp));
        topics.forEach(reading ->
                answer.withData(reading.topic().topicName(), reading.caughtUp() ? "read to the end" : "reading"));
        return answer.build();
    }

    void stop(@Observes ShutdownEvent stopped) {
        topics.forEach(ReferenceTopic::close);
    }
}

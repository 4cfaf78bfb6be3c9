package dev.signalbox.local.policy;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.local.TopicScan;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The team as the topic {@code agents} tells it; agents who were registered over HTTP are not there. */
public final class AgentProfiles {

    private AgentProfiles() {}

    /** All of them, by id. */
    public static Map<String, AgentProfile> read(TopicScan scan) {
        Map<String, AgentProfile> agents = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : scan.all(Topic.AGENTS)) {
            if (record.value() == null) {
                agents.remove(record.key());
            } else {
                agents.put(record.key(), Json.decode(record.value(), AgentProfile.class));
            }
        }
        return agents;
    }
}

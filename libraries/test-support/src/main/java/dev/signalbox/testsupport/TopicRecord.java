package dev.signalbox.testsupport;

import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import java.util.Map;

/**
 * A record as it lies on a topic.
 *
 * @param value null for a tombstone
 */
public record TopicRecord(
        Topic topic, int partition, long offset, String key, Map<String, String> headers, byte[] value) {

    /** @throws dev.signalbox.contracts.UnreadableRecord if the value is not JSON of that type */
    public <T> T as(Class<T> type) {
        return Json.decode(value, type);
    }
}

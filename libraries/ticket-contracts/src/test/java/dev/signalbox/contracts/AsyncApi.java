package dev.signalbox.contracts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/** The AsyncAPI 3 document of all topics that have records: names, partitions, retention, headers, schemas. */
final class AsyncApi {

    private static final String BINDING = "0.5.0";

    /** What others write and Signalbox reads. */
    private static final Set<Topic> READ =
            Set.of(Topic.ACCOUNTS, Topic.AGENTS, Topic.KNOWLEDGE, Topic.HISTORY, Topic.POLICIES);

    private AsyncApi() {}

    static ObjectNode document() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("asyncapi", "3.0.0");
        whole.putObject("info")
                .put("title", "Signalbox")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Topics of Signalbox. Records may come again: one ce_id has one content. Fields are added, never renamed or removed.")
                .putObject("license")
                .put("name", "Apache-2.0");
        whole.put("defaultContentType", "application/json");
        ObjectNode channels = whole.putObject("channels");
        ObjectNode operations = whole.putObject("operations");
        ObjectNode messages = whole.putObject("components").putObject("messages");
        for (Topic topic : TopicRecords.TYPES.keySet()) {
            String name = name(topic);
            channels.set(name, channel(topic, name));
            operations
                    .putObject((READ.contains(topic) ? "read-" : "write-") + name)
                    .put("action", READ.contains(topic) ? "receive" : "send")
                    .putObject("channel")
                    .put("$ref", "#/channels/" + name);
            messages.set(name, message(topic));
        }
        return whole;
    }

    private static String name(Topic topic) {
        return topic.topicName().replace('.', '-');
    }

    private static ObjectNode channel(Topic topic, String name) {
        ObjectNode channel = JsonNodeFactory.instance.objectNode().put("address", topic.topicName());
        channel.putObject("messages").putObject(name).put("$ref", "#/components/messages/" + name);
        ObjectNode kafka = channel.putObject("bindings")
                .putObject("kafka")
                .put("topic", topic.topicName())
                .put("partitions", topic.partitions())
                .put("bindingVersion", BINDING);
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        boolean compacted = topic.cleanup() == Topic.Cleanup.COMPACT;
        configuration.putArray("cleanup.policy").add(compacted ? "compact" : "delete");
        if (!compacted) {
            configuration.put("retention.ms", topic.retention().toMillis());
        }
        configuration.put("max.message.bytes", topic.maxMessageBytes());
        return channel;
    }

    private static ObjectNode message(Topic topic) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("name", topic.eventType())
                .put("title", topic.topicName())
                .put("contentType", "application/json");
        if (!READ.contains(topic)) {
            ObjectNode headers = message.putObject("headers").put("type", "object");
            ObjectNode properties = headers.putObject("properties");
            Event example = Event.sequenced(topic, "a:1", 1, Instant.EPOCH, PolicyPointer.to("x"))
                    .within("trace");
            example.headers()
                    .keySet()
                    .forEach(header -> properties.putObject(header).put("type", "string"));
            headers.putArray("required")
                    .add("ce_specversion")
                    .add("ce_id")
                    .add("ce_type")
                    .add("ce_source");
        }
        message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .putObject("schema")
                .put("$ref", "./schemas/" + topic.topicName() + ".json");
        message.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", BINDING)
                .putObject("key")
                .put("type", "string");
        return message;
    }
}

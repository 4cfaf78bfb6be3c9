package dev.signalbox.systemtests.schemas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON Schemas of {@code docs/schemas} and of {@code docs/asyncapi.yaml}, read as a consumer reads them. */
final class PublishedSchemas {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Set<String> POINTERS = Set.of("active", "shadow", "canary");

    private final Map<Topic, JsonSchema> schemas = new EnumMap<>(Topic.class);

    /**
     * @param docs the folder {@code docs}
     * @throws IOException if a schema cannot be read
     */
    PublishedSchemas(Path docs) throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        SchemaValidatorsConfig formats =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        for (Topic topic : Topic.values()) {
            Path file = docs.resolve("schemas").resolve(topic.topicName() + ".json");
            if (topic != Topic.HELPDESK_EVENTS) { // its values are the helpdesks' own
                schemas.put(topic, factory.getSchema(JSON.readTree(Files.readAllBytes(file)), formats));
            }
        }
    }

    boolean describe(Topic topic) {
        return schemas.containsKey(topic);
    }

    /**
     * What is wrong with a record; empty if nothing is. A tombstone is right where the topic is compacted.
     *
     * @param topic one that is {@linkplain #describe described}
     */
    List<String> faults(Topic topic, String key, byte[] value) {
        if (value == null) {
            return topic.cleanup() == Topic.Cleanup.COMPACT ? List.of() : List.of("no value");
        }
        if (topic == Topic.POLICIES && !POINTERS.contains(key)) {
            return documentFaults(key, value);
        }
        try {
            JsonNode tree = JSON.readTree(new String(value, StandardCharsets.UTF_8));
            return schemas.get(topic).validate(tree).stream()
                    .map(ValidationMessage::getMessage)
                    .sorted()
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("no JSON: " + e.getOriginalMessage());
        }
    }

    /** A policy is YAML under its own hash. */
    private static List<String> documentFaults(String key, byte[] value) {
        try {
            String hash = PolicyDocument.parse(value).hash();
            return hash.equals(key) ? List.of() : List.of("the document's hash is " + hash);
        } catch (IllegalArgumentException e) {
            return List.of("no policy: " + e.getMessage());
        }
    }
}

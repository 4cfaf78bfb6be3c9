package dev.signalbox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/schemas and docs/asyncapi.yaml say what the records say. After a field was added {@code -Dsignalbox.rewrite=true}
 * writes them anew.
 */
class SchemaTest {

    private static final Path DOCS = Path.of(System.getProperty("signalbox.root"), "docs");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Set<Topic> topics() {
        return TopicRecords.TYPES.keySet();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void schemaIsWhatTheRecordSays(Topic topic) throws IOException {
        assertThatDocumentIs(
                "schemas/" + topic.topicName() + ".json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(TopicSchema.of(topic)) + "\n");
    }

    @Test
    void asyncApiIsWhatTheTopicsSay() throws IOException {
        assertThatDocumentIs(
                "asyncapi.yaml",
                YAMLMapper.builder()
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                        .disable(YAMLGenerator.Feature.SPLIT_LINES)
                        .build()
                        .writeValueAsString(AsyncApi.document()));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void goldenExampleIsValidAndSoIsThatOfAnOlderAndOfANewerWriter(Topic topic) {
        JsonSchema schema = schema(topic);
        Class<? extends Record> type = TopicRecords.TYPES.get(topic);
        JsonNode older = golden(topic);
        RecordWalk.visit(older, type, SchemaTest::removeOptionalFields);
        JsonNode newer = golden(topic);
        RecordWalk.visit(newer, type, (object, record) -> object.put("addedLater", 1));

        assertThat(schema.validate(golden(topic))).isEmpty();
        assertThat(schema.validate(older)).isEmpty();
        assertThat(schema.validate(newer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void exampleIsInvalidWithoutAnyOneOfItsRequiredFieldsAndWithAnotherTypeInIt(Topic topic) {
        JsonSchema schema = schema(topic);
        for (RecordComponent component : TopicRecords.TYPES.get(topic).getRecordComponents()) {
            String field = RecordWalk.name(component);
            ObjectNode without = golden(topic);
            without.remove(field);
            Set<ValidationMessage> faults = schema.validate(without);
            assertThat(faults.isEmpty()).as("without %s", field).isEqualTo(RecordWalk.mayBeMissing(component));

            ObjectNode wrong = golden(topic);
            wrong.putArray(field).addArray();
            assertThat(schema.validate(wrong))
                    .as("with a list of lists as %s", field)
                    .isNotEmpty();
        }
    }

    private static void removeOptionalFields(ObjectNode object, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (RecordWalk.mayBeMissing(component)) {
                object.remove(RecordWalk.name(component));
            }
        }
    }

    private static JsonSchema schema(Topic topic) {
        SchemaValidatorsConfig formats =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TopicSchema.of(topic), formats);
    }

    private static ObjectNode golden(Topic topic) {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/golden/" + topic.topicName() + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertThatDocumentIs(String name, String made) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("signalbox.rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertThat(Files.readString(file)).isEqualTo(made);
    }
}

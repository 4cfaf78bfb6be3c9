package dev.signalbox.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One example for each topic under {@code golden/}: what consumers were promised stays readable for ever. */
class GoldenTest {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static Set<Topic> topics() {
        return TopicRecords.TYPES.keySet();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void recordIsReadAndWrittenWithoutAChange(Topic topic) throws IOException {
        String golden = compact(golden(topic));

        assertThat(Json.text(Json.decode(golden, TopicRecords.TYPES.get(topic))))
                .isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void fieldsThatAreAddedLaterAreIgnoredEverywhere(Topic topic) {
        Class<? extends Record> type = TopicRecords.TYPES.get(topic);
        JsonNode later = tree(topic);
        RecordWalk.visit(
                later, type, (object, record) -> object.putObject("addedLater").put("why", "a newer writer"));

        assertThat(Json.text(Json.decode(Json.encode(later), type)))
                .isEqualTo(Json.text(Json.decode(golden(topic), type)));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void recordOfAnOlderWriterThatLacksOptionalFieldsIsReadable(Topic topic) {
        Class<? extends Record> type = TopicRecords.TYPES.get(topic);
        JsonNode older = tree(topic);
        RecordWalk.visit(older, type, GoldenTest::removeOptionalFields);

        assertThatCode(() -> Json.decode(Json.encode(older), type)).doesNotThrowAnyException();
    }

    private static void removeOptionalFields(ObjectNode object, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (RecordWalk.mayBeMissing(component)) {
                object.remove(RecordWalk.name(component));
            }
        }
    }

    /** If this fails you have added a field: add it to the golden file of its topic and to docs/events.md. */
    @Test
    void everyFieldOfEveryRecordIsInAGoldenFile() {
        Set<String> missing = new TreeSet<>();
        Set<String> present = new TreeSet<>();
        TopicRecords.TYPES.forEach((topic, type) -> RecordWalk.visit(tree(topic), type, (object, record) -> {
            for (RecordComponent component : record.getRecordComponents()) {
                String name = RecordWalk.name(component);
                boolean isPresent = object.hasNonNull(name)
                        && !(object.get(name).isContainerNode()
                                && object.get(name).isEmpty());
                (isPresent ? present : missing).add(record.getSimpleName() + "." + name);
            }
        }));
        missing.removeAll(present);

        assertThat(missing).isEmpty();
    }

    @Test
    void everyTopicHasARecordOrAReasonToHaveNone() {
        Set<Topic> without = EnumSet.allOf(Topic.class);
        without.removeAll(TopicRecords.TYPES.keySet());

        assertThat(Map.of(Topic.HELPDESK_EVENTS, "a helpdesk's own payload")).containsOnlyKeys(without);
    }

    private static JsonNode tree(Topic topic) {
        try {
            return EXACT.readTree(golden(topic));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] golden(Topic topic) {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + topic.topicName() + ".json")) {
            assertThat(in).as("golden file of %s", topic).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Without white space, numbers as they are written. */
    private static String compact(byte[] json) throws IOException {
        StringWriter text = new StringWriter();
        JsonFactory factory = new JsonFactory();
        try (JsonParser parser = factory.createParser(new String(json, UTF_8));
                JsonGenerator generator = factory.createGenerator(text)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        }
        return text.toString();
    }
}

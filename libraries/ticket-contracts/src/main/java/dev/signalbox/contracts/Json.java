package dev.signalbox.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON codec: camelCase, ISO-8601 instants and durations, enums by name, decimals written plain, maps in the
 * order of their keys (so that one event always has the same bytes), unknown fields ignored.
 */
public final class Json {

    /** Deeper nesting is refused. */
    public static final int MAX_DEPTH = 64;

    private static final ObjectMapper MAPPER = configure(new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()));

    private Json() {}

    /** Gives a mapper, for example a framework's own, the same rules. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        return mapper.registerModule(new JavaTimeModule())
                .registerModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
                .registerModule(new ParameterNamesModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    /** UTF-8 JSON of a record. */
    public static byte[] encode(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** JSON text of a record. */
    public static String text(Object value) {
        return new String(encode(value), UTF_8);
    }

    /**
     * Reads a record.
     *
     * @throws UnreadableRecord if the bytes are not JSON of that type; the message has no content of the record
     */
    public static <T> T decode(byte @Nullable [] value, Class<T> type) {
        if (value == null) {
            throw new UnreadableRecord("NO_VALUE", "The record has no value.", null);
        }
        try {
            T decoded = MAPPER.readValue(value, type);
            if (decoded == null) {
                throw new UnreadableRecord("NO_VALUE", "The record's value is JSON null.", null);
            }
            return decoded;
        } catch (IOException e) {
            throw UnreadableRecord.because(e);
        }
    }

    /** Reads a record from text; errors as in {@link #decode(byte[], Class)}. */
    public static <T> T decode(String value, Class<T> type) {
        return decode(value.getBytes(UTF_8), type);
    }

    /** Reads JSON of unknown shape; errors as in {@link #decode(byte[], Class)}. */
    public static JsonNode tree(byte @Nullable [] value) {
        return decode(value, JsonNode.class);
    }
}

package dev.signalbox.intake.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.UnreadableRecord;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON from outside, read by strict rules: one value and nothing after it, at most {@value Json#MAX_DEPTH} levels, no
 * field twice in one object, no NUL and no half of a surrogate pair anywhere. What passes can be stored in PostgreSQL.
 */
public final class StrictJson {

    private static final ObjectMapper MAPPER = Json.configure(new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Json.MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()))
            // what follows the value is looked at here, to say what is wrong
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    /**
     * Reads one JSON value.
     *
     * @throws UnreadableRecord as {@link #parse}, or with code {@code NUL_CHARACTER} or {@code LONE_SURROGATE}
     */
    public static JsonNode read(byte @Nullable [] bytes) {
        JsonNode value = parse(bytes);
        List<TextFault> faults = TextFault.in(value);
        if (!faults.isEmpty()) {
            TextFault first = faults.get(0);
            String place = first.pointer().isEmpty() ? "the root" : first.pointer();
            throw new UnreadableRecord(first.code(), "The text at " + place + " " + first.problem() + ".", null);
        }
        return value;
    }

    /**
     * Reads one JSON value whose texts are still to be checked.
     *
     * @throws UnreadableRecord with code {@code NO_VALUE}, {@code NOT_JSON}, {@code TRAILING_CONTENT}, {@code TOO_DEEP}
     *     or {@code DUPLICATE_KEY}; never quotes the content
     */
    public static JsonNode parse(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            throw new UnreadableRecord("NO_VALUE", "There is no content; one JSON object is expected.", null);
        }
        try (JsonParser parser = MAPPER.getFactory().createParser(bytes)) {
            JsonNode value = MAPPER.reader().readTree(parser);
            if (value == null || value.isMissingNode()) {
                throw new UnreadableRecord("NO_VALUE", "There is no content; one JSON object is expected.", null);
            }
            refuseTrailing(parser);
            return value;
        } catch (StreamConstraintsException e) {
            throw new UnreadableRecord(
                    "TOO_DEEP", "The JSON is nested deeper than " + Json.MAX_DEPTH + " levels or too large.", e);
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UnreadableRecord("NOT_JSON", "The bytes are not UTF-8.", e);
        }
    }

    private static void refuseTrailing(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                return;
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableRecord("TRAILING_CONTENT", "Something follows the JSON value" + where(e) + ".", e);
        }
        throw new UnreadableRecord("TRAILING_CONTENT", "Something follows the JSON value; one is allowed.", null);
    }

    private static UnreadableRecord malformed(JsonProcessingException e) {
        String said = e.getOriginalMessage();
        if (said != null && said.startsWith("Duplicate field")) {
            return new UnreadableRecord(
                    "DUPLICATE_KEY", "An object has a field twice" + where(e) + "; each may come once.", e);
        }
        return new UnreadableRecord("NOT_JSON", "The value is not well-formed JSON" + where(e) + ".", e);
    }

    private static String where(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}

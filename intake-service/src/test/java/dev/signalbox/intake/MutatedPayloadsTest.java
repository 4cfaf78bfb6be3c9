package dev.signalbox.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Event;
import dev.signalbox.intake.reading.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a payload on its way: it is read, skipped or refused, the same at every reading, and never too large. */
class MutatedPayloadsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 20);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final long seed = Long.getLong("signalbox.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void noChangeOfStructureIsAnythingButReadSkippedOrRefused() throws IOException {
        System.out.println("signalbox.seed=" + seed);
        for (Path file : Samples.files(Samples.FOLDER)) {
            String source = Samples.FOLDER.relativize(file).getName(0).toString();
            for (int round = 0; round < ROUNDS; round++) {
                JsonNode payload = MAPPER.readTree(Samples.bytes(file));
                int changes = 1 + random.nextInt(4);
                for (int i = 0; i < changes; i++) {
                    mutate(payload);
                }
                check(source, MAPPER.writeValueAsBytes(payload), file);
            }
        }
    }

    @Test
    void noChangeOfBytesIsAnythingButReadSkippedOrRefused() {
        System.out.println("signalbox.seed=" + seed);
        for (Path file : Samples.files(Samples.FOLDER)) {
            String source = Samples.FOLDER.relativize(file).getName(0).toString();
            for (int round = 0; round < ROUNDS; round++) {
                byte[] bytes = Samples.bytes(file).clone();
                int changes = 1 + random.nextInt(8);
                for (int i = 0; i < changes; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                check(source, bytes, file);
            }
        }
    }

    private void check(String source, byte[] payload, Path file) {
        HelpdeskReader.Result result = Samples.read(source, payload);
        assertThat(Samples.read(source, payload)).as("seed %d, %s", seed, file).isEqualTo(result);
        assertThat(result.reading().parts()).isNotEmpty();
        for (Reading part : result.reading().parts()) {
            assertThat(Outcomes.reason(part))
                    .as("seed %d, %s: %s", seed, file, new String(payload, StandardCharsets.UTF_8))
                    .isNotEqualTo("NOT_UNDERSTOOD");
            if (part instanceof Reading.TicketTold told) {
                small(Publication.of(told.ticket()));
            } else if (part instanceof Reading.ActivityTold told) {
                small(Publication.of(told.activity()));
            }
        }
    }

    private static void small(Event event) {
        assertThat(event.value()).hasSizeLessThan(1_000_000);
        assertThat(event.key()).matches("[a-z0-9._-]+:[A-Za-z0-9._:@+~-]+");
    }

    private void mutate(JsonNode payload) throws JsonProcessingException {
        List<JsonNode> containers = new ArrayList<>();
        collect(payload, containers);
        JsonNode place = containers.get(random.nextInt(containers.size()));
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, anything());
            }
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), anything());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode anything() throws JsonProcessingException {
        return switch (random.nextInt(14)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.textNode("");
            case 2 -> JSON.textNode("x".repeat(random.nextInt(200_000)));
            case 3 -> JSON.textNode("<p>\u0007" + "😀".repeat(random.nextInt(50_000)) + "</p>");
            case 4 -> JSON.numberNode(random.nextInt());
            case 5 -> JSON.numberNode(Long.MIN_VALUE);
            case 6 -> JSON.numberNode(new java.math.BigDecimal("1e9999"));
            case 7 -> JSON.booleanNode(random.nextBoolean());
            case 8 -> JSON.objectNode();
            case 9 -> JSON.arrayNode();
            case 10 -> JSON.arrayNode().add(JSON.nullNode()).add(1).add("a").add(JSON.objectNode());
            case 11 -> MAPPER.readTree("{\"id\":{\"id\":[1]},\"name\":[],\"type\":null}");
            case 12 -> JSON.textNode("a b/c;d?e#f");
            default -> JSON.textNode("2026-11-22T08:00:00+99:99");
        };
    }
}

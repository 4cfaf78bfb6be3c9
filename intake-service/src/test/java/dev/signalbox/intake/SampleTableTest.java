package dev.signalbox.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.contracts.Json;
import dev.signalbox.intake.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each sample payload and what became of it, against golden files. {@code -Dsignalbox.golden=write} writes them anew;
 * {@code -Dsignalbox.samples=FOLDER} prints the table for other payloads, in a folder for each kind of helpdesk.
 */
class SampleTableTest {

    private static final ObjectMapper MAPPER =
            Json.configure(new ObjectMapper()).enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void everySampleComesToWhatItsGoldenFileSays() throws IOException {
        List<String> table = new ArrayList<>();
        for (Path file : Samples.files(Samples.FOLDER)) {
            Path name = Samples.FOLDER.relativize(file);
            HelpdeskReader.Result result = read(name, file);
            table.add(row(name, result));
            Path golden = GOLDEN.resolve(name);
            if ("write".equals(System.getProperty("signalbox.golden"))) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, MAPPER.writeValueAsString(json(result)) + "\n");
            }
            assertThat(golden).exists();
            assertThat(MAPPER.writeValueAsString(json(result)))
                    .as(name.toString())
                    .isEqualTo(Files.readString(golden).stripTrailing());
        }
        print(table);
        assertThat(table).hasSizeGreaterThan(20);
    }

    @Test
    void otherSamplesAreShownToo() {
        String folder = System.getProperty("signalbox.samples");
        if (folder == null) {
            return;
        }
        List<String> table = new ArrayList<>();
        for (Path file : Samples.files(Path.of(folder))) {
            Path name = Path.of(folder).relativize(file);
            table.add(row(name, read(name, file)));
        }
        print(table);
        assertThat(table).isNotEmpty();
    }

    private static HelpdeskReader.Result read(Path name, Path file) {
        return Samples.read(name.getName(0).toString(), Samples.bytes(file));
    }

    private static void print(List<String> table) {
        System.out.printf("| %-62s | what became of it |%n|%s|---|%n", "sample", "-".repeat(64));
        table.forEach(System.out::println);
    }

    private static String row(Path name, HelpdeskReader.Result result) {
        List<String> words = new ArrayList<>();
        for (Reading part : result.reading().parts()) {
            words.add(describe(part));
        }
        return String.format("| %-62s | %s |", name, String.join("; ", words));
    }

    private static String describe(Reading part) {
        if (part instanceof Reading.TicketTold told) {
            return "ticket " + told.ticket().id() + " " + told.ticket().status();
        }
        if (part instanceof Reading.ActivityTold told) {
            var activity = told.activity();
            return "activity " + activity.kind() + " of " + activity.ticketId()
                    + (activity.status() == null ? "" : " " + activity.status())
                    + (activity.priority() == null ? "" : " " + activity.priority())
                    + (activity.assignee() == null ? "" : " to " + activity.assignee());
        }
        return Outcomes.outcome(part) + " " + Outcomes.reason(part);
    }

    private static JsonNode json(HelpdeskReader.Result result) throws JsonProcessingException {
        ArrayNode all = MAPPER.createArrayNode();
        for (Reading part : result.reading().parts()) {
            ObjectNode one = all.addObject();
            one.put("outcome", Outcomes.outcome(part));
            if (part instanceof Reading.TicketTold told) {
                one.set("ticket", MAPPER.readTree(Json.text(told.ticket())));
            } else if (part instanceof Reading.ActivityTold told) {
                one.set("activity", MAPPER.readTree(Json.text(told.activity())));
            } else if (part instanceof Reading.Refused refused) {
                one.put("code", refused.reason().code());
                one.put("sentence", refused.reason().sentence());
            } else {
                one.put("reason", Outcomes.reason(part));
            }
        }
        return all;
    }
}

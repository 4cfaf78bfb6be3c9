package dev.signalbox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/events.md tells every topic, header and field; a row is missing or old: the failure shows it. */
class EventsPageTest {

    private final String page = read();

    @Test
    void everyTopicHasItsRow() {
        assertThat(Arrays.stream(Topic.values()).map(EventsPage::row).filter(row -> !page.contains("\n" + row)))
                .isEmpty();
    }

    @Test
    void everyHeaderHasItsRow() {
        Event event = Event.sequenced(Topic.TICKETS_SCORED, "a:1", 1, Instant.EPOCH, PolicyPointer.to("x"))
                .within("trace");

        assertThat(event.headers().keySet()).allSatisfy(name -> assertThat(page).contains("\n| `" + name + "` | "));
    }

    @Test
    void everyFieldOfEveryRecordHasItsRowWithAMeaningInItsSection() {
        List<String> missing = new ArrayList<>();
        for (Class<?> type : EventsPage.types()) {
            String section = section(type);
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .map(EventsPage::row)
                        .filter(row -> !hasMeaning(section, row))
                        .forEach(row -> missing.add(EventsPage.heading(type) + " " + row));
            } else if (!section.contains(EventsPage.names(type))) {
                missing.add(EventsPage.heading(type) + " " + EventsPage.names(type));
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void noRowIsAboutAFieldThatIsGone() {
        for (Class<?> type : EventsPage.types()) {
            if (type.isRecord()) {
                List<String> rows = Arrays.stream(type.getRecordComponents())
                        .map(EventsPage::row)
                        .toList();
                assertThat(section(type).lines().filter(line -> line.startsWith("| `")))
                        .as(EventsPage.heading(type))
                        .allSatisfy(line -> assertThat(rows).anyMatch(line::startsWith));
            }
        }
    }

    private static boolean hasMeaning(String section, String row) {
        return section.lines().anyMatch(line -> line.startsWith(row) && line.length() > row.length() + 3);
    }

    /** From the type's heading to the next. */
    private String section(Class<?> type) {
        String heading = "\n" + EventsPage.heading(type) + "\n";
        int from = page.indexOf(heading);
        if (from < 0) {
            return "";
        }
        int to = page.indexOf("\n##", from + heading.length());
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private static String read() {
        try {
            return Files.readString(Path.of(System.getProperty("signalbox.root"), "docs", "events.md"));
        } catch (IOException e) {
            throw new AssertionError("docs/events.md is missing", e);
        }
    }
}

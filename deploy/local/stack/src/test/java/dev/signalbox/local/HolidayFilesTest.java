package dev.signalbox.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.decisions.policy.PolicyDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final String STARTER = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8);
    private static final String CHRISTMAS = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//EN
            BEGIN:VEVENT
            UID:1@example
            SUMMARY:Christmas
            DTSTART;VALUE=DATE:20201225
            DTEND;VALUE=DATE:20201227
            RRULE:FREQ=YEARLY
            EXDATE;VALUE=DATE:20281225
            END:VEVENT
            BEGIN:VEVENT
            UID:2@example
            SUMMARY:Founding day
            DTSTART;VALUE=DATE:20270114
            END:VEVENT
            BEGIN:VEVENT
            UID:3@example
            SUMMARY:Called off
            STATUS:CANCELLED
            DTSTART;VALUE=DATE:20270115
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles", "Pacific/Kiritimati"})
    void holidaysOfFilesBecomeDatesOfTheDocument(String zoneOfTheMachine) throws IOException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zoneOfTheMachine));
        try {
            Files.writeString(folder.resolve("company.ics"), CHRISTMAS);
            byte[] document = inlined(policy("holidayFiles: [company.ics] # ours"));

            assertThat(PolicyDocument.parse(document)
                            .policy()
                            .sla()
                            .calendars()
                            .get("support")
                            .importedHolidays())
                    .contains(
                            LocalDate.of(2026, 12, 25),
                            LocalDate.of(2026, 12, 26),
                            LocalDate.of(2027, 1, 14),
                            LocalDate.of(2036, 12, 26))
                    .doesNotContain(LocalDate.of(2028, 12, 25), LocalDate.of(2028, 12, 26), LocalDate.of(2027, 1, 15))
                    .hasSize(2 * 11 - 2 + 1);
            assertThat(new String(document, UTF_8).lines().count())
                    .isEqualTo(STARTER.lines().count());
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void documentWithoutFilesStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), STARTER);

        assertThat(inlined(file)).isEqualTo(STARTER.getBytes(UTF_8));
    }

    @Test
    void faultsNameTheFileAndWhatIsAllowed() throws IOException {
        Files.writeString(
                folder.resolve("timed.ics"),
                CHRISTMAS.replace("DTSTART;VALUE=DATE:20270114", "DTSTART:20270114T090000Z"));
        Files.writeString(folder.resolve("page.ics"), "<html>Not found</html>");

        assertThatThrownBy(() -> inlined(policy("holidayFiles: [timed.ics]")))
                .hasMessageContaining("Founding day in ")
                .hasMessageContaining("a holiday is a whole day");
        assertThatThrownBy(() -> inlined(policy("holidayFiles: [page.ics]")))
                .hasMessageContaining("page.ics has no VEVENT");
        assertThatThrownBy(() -> inlined(policy("holidayFiles: [none.ics]"))).hasMessageContaining("none.ics");
        assertThatThrownBy(() -> inlined(policy("holidayFiles: company.ics")))
                .hasMessageMatching("line \\d+ of .*policy.yaml: holidayFiles is a list in one line.*");
    }

    private static byte[] inlined(Path file) throws IOException {
        return CalendarFiles.inlined(Files.readAllBytes(file), file, TODAY);
    }

    private Path policy(String holidays) throws IOException {
        return Files.writeString(folder.resolve("policy.yaml"), STARTER.replaceFirst("holidays: \\[\\].*", holidays));
    }
}

package dev.signalbox.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.decisions.escalation.OnCallSchedule;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final String STARTER = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8);

    /** Lena and Tom take turns from Monday to Monday at nine in Berlin; Sam has a night, and one week was moved. */
    private static final String ROTATION = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//EN
            BEGIN:VTIMEZONE
            TZID:Europe/Berlin
            BEGIN:STANDARD
            DTSTART:19701025T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19700329T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:lena@example
            SUMMARY:lena
            DTSTART;TZID=Europe/Berlin:20260928T090000
            DTEND;TZID=Europe/Berlin:20261005T090000
            RRULE:FREQ=WEEKLY;INTERVAL=2
            END:VEVENT
            BEGIN:VEVENT
            UID:tom@example
            SUMMARY:tom
            DTSTART;TZID=Europe/Berlin:20261005T090000
            DTEND;TZID=Europe/Berlin:20261012T090000
            RRULE:FREQ=WEEKLY;INTERVAL=2
            END:VEVENT
            BEGIN:VEVENT
            UID:tom@example
            RECURRENCE-ID;TZID=Europe/Berlin:20261102T090000
            SUMMARY:ann
            DTSTART;TZID=Europe/Berlin:20261102T090000
            DTEND;TZID=Europe/Berlin:20261109T090000
            END:VEVENT
            BEGIN:VEVENT
            UID:off@example
            SUMMARY:nobody
            STATUS:CANCELLED
            DTSTART:20261006T000000Z
            DTEND:20261007T000000Z
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private static final String SWAP = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//EN
            BEGIN:VEVENT
            UID:swap@example
            SUMMARY:On call
            ATTENDEE:mailto:sam@example.com
            DTSTART:20261007T180000Z
            DTEND:20261008T060000Z
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("rotation.ics"), ROTATION);
        Files.writeString(folder.resolve("swaps.ics"), SWAP);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T06:59:59Z, lena",
        "2026-10-05T07:00:00Z, tom",
        "2026-10-06T12:00:00Z, tom", // the cancelled event takes nothing away
        "2026-10-07T17:59:59Z, tom",
        "2026-10-07T18:00:00Z, sam@example.com",
        "2026-10-08T06:00:00Z, tom",
        "2026-10-26T07:59:59Z, tom", // the clocks went back: his week has an hour more
        "2026-10-26T08:00:00Z, lena",
        "2026-11-03T12:00:00Z, ann", // one turn of Tom's was moved to Ann
        "2026-11-17T12:00:00Z, tom"
    })
    void filesSayWhoIsOnCallAndOverridesComeFirst(Instant moment, String who) throws IOException {
        assertThat(schedule().at(moment)).contains(who);
    }

    @Test
    void rotationHasNoGapWhereTheClocksChange() throws IOException {
        OnCallSchedule schedule = schedule();

        assertThat(schedule.gaps(Instant.parse("2026-10-05T00:00:00Z"), Instant.parse("2027-10-01T00:00:00Z")))
                .isEmpty();
        assertThat(schedule.gaps(Instant.parse("2026-10-05T00:00:00Z"), Instant.parse("2029-01-01T00:00:00Z")))
                .as("what was published is over some day")
                .hasSize(1);
    }

    @Test
    void faultsNameTheFileAndWhatIsAllowed() throws IOException {
        Files.writeString(
                folder.resolve("days.ics"), SWAP.replace("DTSTART:20261007T180000Z", "DTSTART;VALUE=DATE:20261007"));
        Files.writeString(folder.resolve("floating.ics"), SWAP.replace("T180000Z", "T180000"));
        Files.writeString(folder.resolve("nameless.ics"), SWAP.replaceAll("(SUMMARY|ATTENDEE).*\r\n", ""));
        Files.writeString(folder.resolve("backwards.ics"), SWAP.replace("DTEND:20261008", "DTEND:20261006"));
        Files.writeString(folder.resolve("page.ics"), "<html>Not found</html>");

        assertThatThrownBy(() -> inlined("days.ics")).hasMessageContaining("needs a DTSTART with a time and a zone");
        assertThatThrownBy(() -> inlined("floating.ics"))
                .hasMessageContaining("needs a DTSTART with a time and a zone");
        assertThatThrownBy(() -> inlined("nameless.ics")).hasMessageContaining("names nobody");
        assertThatThrownBy(() -> inlined("backwards.ics")).hasMessageContaining("ends before it begins");
        assertThatThrownBy(() -> inlined("page.ics")).hasMessageContaining("page.ics has no VEVENT");
        assertThatThrownBy(() -> inlined("none.ics")).hasMessageContaining("none.ics");
    }

    private OnCallSchedule schedule() throws IOException {
        return PolicyDocument.parse(inlined("rotation.ics"))
                .policy()
                .escalation()
                .onCall()
                .get("engineering");
    }

    private byte[] inlined(String rotation) throws IOException {
        String document = STARTER.replaceFirst(
                "\n  chains:",
                "\n  onCall:\n    engineering:\n      shiftFiles: [" + rotation
                        + "]\n      overrideFiles: [swaps.ics] # ours\n  chains:");
        Path file = Files.writeString(folder.resolve("policy.yaml"), document);
        return CalendarFiles.inlined(Files.readAllBytes(file), file, TODAY);
    }
}

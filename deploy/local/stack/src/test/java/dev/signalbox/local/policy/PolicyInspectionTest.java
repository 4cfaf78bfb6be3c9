package dev.signalbox.local.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyInspectionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void refusalSaysWhereWhatAndWhatToWriteInstead() throws IOException {
        String file = write("policy.yaml", starter().replace("presenceGrace: PT1M", "presenceGrace: -PT1M"));

        assertThat(inspection(file).check(TODAY, List.of())).isFalse();
        assertThat(told).first().asString().endsWith("policy.yaml: refused");
        assertThat(told.get(1)).matches("  error    line \\d+: routing.limits.presenceGrace is PT-1M: allowed is .*");
        assertThat(told.subList(2, 4))
                .containsExactly("           is       -PT1M", "           instead  PT1M  (as the starter policy says)");
    }

    @Test
    void shippedPolicyIsProvedAndItsCasesPass() {
        assertThat(inspection("starter").check(TODAY, List.of())).isTrue();
        assertThat(inspection("starter").test()).isTrue();
        assertThat(told)
                .anyMatch(line -> line.startsWith("  proved   routing.matrix: all 100 combinations"))
                .contains("starter: 10 of 10 cases decided as expected");
    }

    @Test
    void holidayFilesThatAPolicyNamesAreReadForEveryCommand() throws IOException {
        write("company.ics", """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                SUMMARY:Founding day
                DTSTART;VALUE=DATE:20270114
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
        String file = write("mine.yaml", starter().replace("holidays: []", "holidayFiles: [company.ics]"));

        assertThat(inspection(file).check(TODAY, List.of())).isTrue();
        assertThat(new String(PolicyFile.read(file).document(), UTF_8)).contains("importedHolidays: [2027-01-14]");
    }

    @Test
    void casesBesideTheFileFailWithExpectedActualAndReasons() throws IOException {
        String file = write("mine.yaml", starter());
        write("mine.cases.yaml", "cases: [{name: hopes, expect: {band: CRITICAL}}]");

        assertThat(inspection(file).test()).isFalse();
        assertThat(told)
                .contains("  failed   hopes", "           band: expected CRITICAL, is SELF_SERVICE")
                .anyMatch(line -> line.contains("because  score: arr 0.00"));
    }

    @Test
    void fileWithoutCasesAndFileThatIsNotThereAreRefusedWithTheRemedy() throws IOException {
        String file = write("mine.yaml", starter());

        assertThatThrownBy(() -> inspection(file).test())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(".cases.yaml");
        assertThatThrownBy(() -> PolicyFile.read("nowhere"))
                .isInstanceOf(StackFailure.class)
                .hasMessage("There is no file nowhere: name one, or a shipped policy, one of"
                        + " [starter, small-team, follow-the-sun].");
    }

    private PolicyInspection inspection(String file) {
        return new PolicyInspection(PolicyFile.read(file), told::add);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String starter() {
        return new String(PolicyFile.read("starter").document(), UTF_8);
    }
}

package dev.signalbox.intake.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.intake.PayloadReading;
import dev.signalbox.intake.reading.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/integrate-a-helpdesk.md} says nothing that is not so. */
class GuideTest {

    private static final Path GUIDE = Path.of("../docs/integrate-a-helpdesk.md");
    private static final Path SNIPPET = Path.of("src/test/java/dev/signalbox/intake/docs/WriteBack.java");

    @Test
    void codeInTheGuideIsTheCodeThatIsTested() throws IOException {
        assertThat(blocks("java")).containsExactly(Files.readString(SNIPPET).strip());
    }

    @Test
    void everyPayloadInTheGuideIsRead() throws IOException {
        int payloads = 0;
        for (String kind : List.of("zendesk", "freshdesk", "jira", "intercom", "native")) {
            for (String payload : blocks("json " + kind)) {
                payloads++;
                assertThat(PayloadReading.outcomes(kind, filledIn(payload)))
                        .as(payload)
                        .doesNotContain("quarantined");
            }
        }
        assertThat(payloads).isGreaterThanOrEqualTo(4);
    }

    @Test
    void everyReasonForSkippingIsExplained() throws IOException {
        String guide = Files.readString(GUIDE);
        for (Skip reason : Skip.values()) {
            assertThat(guide).contains("`" + reason + "`");
        }
    }

    /** What the helpdesk does with its placeholders. */
    private static String filledIn(String template) {
        return template.replaceAll("\\{\\{[a-z_.]*timestamp}}", "2026-11-22T08:00:00Z")
                .replaceAll("\\{\\{[a-z_.]*}}", "4711");
    }

    private static List<String> blocks(String language) throws IOException {
        Matcher fence = Pattern.compile("(?ms)^```" + Pattern.quote(language) + "\\n(.*?)^```")
                .matcher(Files.readString(GUIDE));
        List<String> blocks = new ArrayList<>();
        while (fence.find()) {
            blocks.add(fence.group(1).strip());
        }
        return blocks;
    }
}

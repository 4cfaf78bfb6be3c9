package dev.signalbox.local.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.decisions.policy.CaseOutcome;
import dev.signalbox.decisions.policy.PolicyCases;
import dev.signalbox.decisions.policy.PolicyDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/policy.md shows is what happens. */
class PolicyPageTest {

    private static final Pattern CASES = Pattern.compile("(?s)```yaml\\n(cases:.*?)```");

    @Test
    void casesOfThePageAreDecidedAsThePageSays() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("signalbox.root"), "docs", "policy.md"));
        Matcher cases = CASES.matcher(page);

        assertThat(cases.find()).isTrue();
        List<CaseOutcome> outcomes =
                new PolicyCases(PolicyDocument.starter()).run(cases.group(1).getBytes(UTF_8));
        assertThat(outcomes)
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome.mismatches()).isEmpty());
    }
}

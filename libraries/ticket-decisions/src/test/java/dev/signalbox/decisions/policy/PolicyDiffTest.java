package dev.signalbox.decisions.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDiffTest {

    private static final String STARTER = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "risk: 0.40, severity | risk: 0.50, severity | score.weights.risk | rises from 0.40 to 0.50",
                "STANDARD: PT4H, LOW: PT8H, SELF | STANDARD: PT2H, LOW: PT8H, SELF | sla.targets.firstResponse.band.STANDARD | changes from PT4H to PT2H",
                "calendar: support | desk: support | sla.targets.calendar | is gone, was support",
                "{bands: [LOW], lane: rotation} | {bands: [LOW], lane: matched} | routing.matrix[3].lane | changes from rotation to matched",
                "plans: {ENTERPRISE: enterprise} | plans: {ENTERPRISE: enterprise, PRO: pros} | routing.pods.plans.PRO | is new: pros",
                "simpleIntents: # S15a; the intents of the shipped sample | simpleIntents: | '' | ''",
                "[password_reset, billing_update, login_email_change] | [billing_update, renaming] | analysis.deflection.clearPathIntents | loses password_reset, login_email_change and gains renaming"
            })
    void changeIsToldInPlainWords(String from, String to, String path, String sentence) {
        assertThat(STARTER).contains(from);

        List<PolicyDiff> changes = PolicyDiff.between(
                STARTER.getBytes(UTF_8), STARTER.replace(from, to).getBytes(UTF_8));

        if (path.isEmpty()) {
            assertThat(changes).isEmpty();
        } else {
            assertThat(changes).contains(new PolicyDiff(path, sentence));
        }
    }
}

package dev.signalbox.decisions.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyChoiceTest {

    private static final int ACCOUNTS = 10_000;

    private final PolicyDocument active = PolicyDocument.starter();
    private final PolicyDocument canary = PolicyDocument.parse(
            (new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8) + "# canary").getBytes(UTF_8));

    @Test
    void canaryDecidesForItsShareOfAccountsAndForTheSameWhenItGrows() {
        PolicyChoice tenth = new PolicyChoice(active, canary, 10);
        PolicyChoice half = new PolicyChoice(active, canary, 50);

        long decided = IntStream.range(0, ACCOUNTS)
                .filter(i -> tenth.of("account-" + i) == canary)
                .count();

        assertThat(decided).isBetween(900L, 1100L);
        assertThat(IntStream.range(0, ACCOUNTS)
                        .filter(i -> tenth.of("account-" + i) == canary)
                        .allMatch(i -> half.of("account-" + i) == canary))
                .isTrue();
    }

    @Test
    void withoutACanaryAndForUnknownAccountsTheActivePolicyDecides() {
        assertThat(new PolicyChoice(active, null, 100).of("acme")).isSameAs(active);
        assertThat(new PolicyChoice(active, canary, 0).of("acme")).isSameAs(active);
        assertThat(new PolicyChoice(active, canary, 100).of(null)).isSameAs(active);
        assertThat(new PolicyChoice(active, canary, 100).of("acme")).isSameAs(canary);
    }
}

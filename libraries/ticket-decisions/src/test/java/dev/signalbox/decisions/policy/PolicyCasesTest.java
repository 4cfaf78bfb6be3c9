package dev.signalbox.decisions.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.decisions.policy.CaseOutcome.Mismatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"starter", "small-team", "follow-the-sun"})
    void shippedPolicyDecidesAsItsCasesSay(String name) {
        byte[] document = PolicyDocument.resource("/policies/" + name + ".yaml");

        assertThat(PolicyCheck.of(document, java.time.LocalDate.parse("2026-11-25"))
                        .findings())
                .isEmpty();
        assertThat(new PolicyCases(PolicyDocument.parse(document))
                        .run(PolicyDocument.resource("/policies/" + name + ".cases.yaml")))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(outcome ->
                        assertThat(outcome.mismatches()).as(outcome.name()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-team", "follow-the-sun"})
    void examplesReadTicketsAsTheStarterPolicyDoes(String name) {
        Policy example = PolicyDocument.parse(PolicyDocument.resource("/policies/" + name + ".yaml"))
                .policy();

        assertThat(example.analysis())
                .usingRecursiveComparison()
                .isEqualTo(PolicyDocument.starter().policy().analysis());
        assertThat(example.score()).isEqualTo(PolicyDocument.starter().policy().score());
    }

    @Test
    void failureSaysWhatCameAndWhy() {
        CaseOutcome outcome = run("""
                - name: too much is hoped for
                  account: {planTier: PRO}
                  analysis: {severity: P2}
                  expect: {band: CRITICAL, tier: T2, score: 70, firstResponse: PT15M}
                """).get(0);

        assertThat(outcome.mismatches())
                .containsExactly(
                        new Mismatch("band", "CRITICAL", "HIGH"), new Mismatch("firstResponse", "PT15M", "PT1H"));
        assertThat(outcome.reasons())
                .contains("floor 70.00 by PLAN_SEVERITY", "first response PT1H by [BAND_HIGH]", "rule NEVER_DEFLECT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: x, account: {helth: 5}, expect: {band: LOW}} | case 'x': account.helth: there is no field helth, did you mean health?",
                "{name: x, account: {health: 500}, expect: {band: LOW}} | case 'x': ",
                "{name: x, expect: {bnd: LOW, tier: T1}} | line 2, cases[0].expect.bnd: there is no field bnd, did you mean band?",
                "{name: x, expect: {band: URGENT}} | line 2, cases[0].expect.band: is URGENT; allowed is one of CRITICAL, HIGH",
                "{name: x, expect: {}} | expect is empty: allowed are the fields [severity, raw, score",
                "{name: x} | expect is missing: allowed are the fields",
                "{expect: {band: LOW}} | name is missing"
            })
    void caseThatCannotBeReadIsRefusedWithWhatIsAllowed(String given, String message) {
        assertThatThrownBy(() -> run("- " + given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void documentWithoutCasesIsRefused() {
        assertThatThrownBy(() -> run("  []")).hasMessageContaining("cases is missing: allowed is a list");
    }

    private static List<CaseOutcome> run(String cases) {
        return new PolicyCases(PolicyDocument.starter()).run(("cases:\n" + cases).getBytes(UTF_8));
    }
}

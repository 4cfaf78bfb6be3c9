package dev.signalbox.decisions.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.decisions.policy.BrokenPolicies.Broken;
import dev.signalbox.decisions.policy.Finding.Weight;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCheckTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final String STARTER = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8);

    static List<Broken> brokenPolicies() {
        return BrokenPolicies.all();
    }

    @ParameterizedTest
    @MethodSource("brokenPolicies")
    void brokenPolicyIsRefusedWithItsLineAndWhatToWriteInstead(Broken broken) {
        PolicyCheck check = PolicyCheck.of(broken.document(), TODAY);
        if (broken.foundByCases()) {
            assertThat(check.valid()).isTrue();
            List<CaseOutcome> failed = failed(check.document());
            assertThat(failed).isNotEmpty();
            assertThat(failed.toString()).contains(broken.says().replace("expected ", "expected="));
            return;
        }
        assertThat(check.valid()).isFalse();
        assertThat(check.findings()).anySatisfy(finding -> {
            assertThat(finding.path()).isEqualTo(broken.where());
            assertThat(finding.fault()).contains(broken.says());
            assertThat(finding.line()).isBetween(broken.line() - 8, broken.line());
            if (broken.instead() != null) {
                assertThat(finding.instead()).isEqualTo(broken.instead());
            }
        });
        assertThat(check.findings())
                .allSatisfy(finding -> assertThat(finding.instead() != null
                                || finding.fault().matches("(?s).*(allowed|must|add |move |:).*"))
                        .as("%s says what to write", finding)
                        .isTrue());
    }

    @AfterAll
    static void printTheTable() {
        for (Broken broken : BrokenPolicies.all()) {
            PolicyCheck check = PolicyCheck.of(broken.document(), TODAY);
            System.out.println("| " + broken + " | "
                    + (check.valid()
                            ? "cases: " + failed(check.document()).size() + " fail, for example "
                                    + failed(check.document())
                                            .get(0)
                                            .mismatches()
                                            .get(0)
                                            .sentence()
                            : check.findings().stream()
                                    .filter(finding -> finding.path().equals(broken.where()))
                                    .map(PolicyCheckTest::told)
                                    .findFirst()
                                    .orElseThrow())
                    + " |");
        }
    }

    private static String told(Finding finding) {
        return finding.sentence() + (finding.instead() == null ? "" : " | instead: " + finding.instead());
    }

    private static List<CaseOutcome> failed(PolicyDocument document) {
        return new PolicyCases(document)
                .run(PolicyDocument.resource("/policies/starter.cases.yaml")).stream()
                        .filter(outcome -> !outcome.passed())
                        .toList();
    }

    @Test
    void everyFaultIsToldNotOnlyTheFirst() {
        String document = STARTER.replace("presenceGrace: PT1M", "presenceGrace: -PT1M")
                .replace("name: starter", "nam: starter")
                .replace("healthFactor: 0.75", "healthFactor: 1.75")
                .replace("    hardRule: specialist ", "    hardRule: nobody ")
                .replace("chain: security}", "chain: guards}")
                .replace("      - {percent: 150, act: ESCALATE_FURTHER}", "      - {percent: 150, act: ESCALATE}");

        List<Finding> findings = PolicyCheck.of(document.getBytes(UTF_8), TODAY).findings();

        assertThat(findings.stream().map(Finding::path))
                .contains(
                        "nam",
                        "name",
                        "sla.watchdog.levels[4].act",
                        "sla.dynamic.healthFactor",
                        "routing.precedence.hardRule",
                        "routing.limits.presenceGrace",
                        "escalation.triggers.SECURITY.chain");
        assertThat(findings.stream().map(Finding::line)).isSorted();
    }

    @Test
    void documentThatIsNoYamlIsRefusedWithItsLine() {
        Finding finding = PolicyCheck.of("name: x\nscore: [1, 2".getBytes(UTF_8), TODAY)
                .findings()
                .get(0);

        assertThat(finding.line()).isBetween(2, 3);
        assertThat(finding.isError()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name: x", "[]", "7", "score: {weights: 3}"})
    void documentOfAnotherShapeIsRefused(String document) {
        assertThat(PolicyCheck.of(document.getBytes(UTF_8), TODAY).valid()).isFalse();
    }

    @Test
    void starterPolicyHasNoWarningsAndAReviewThatIsDatedHasOneWhenItIsDue() {
        byte[] starter = STARTER.getBytes(UTF_8);

        assertThat(PolicyCheck.of(starter, TODAY).findings()).isEmpty();
        assertThat(PolicyCheck.of(starter, TODAY).proofs()).hasSize(9).anyMatch(proof -> proof.contains("all 100"));
        assertThat(PolicyCheck.of(starter, TODAY.plusYears(1)).findings()).isEmpty();
        byte[] dated = STARTER.replace("{every: P1M}", "{last: 2026-11-22, every: P1M}")
                .getBytes(UTF_8);
        assertThat(PolicyCheck.of(dated, LocalDate.parse("2026-12-22")).findings())
                .isEmpty();
        assertThat(PolicyCheck.of(dated, LocalDate.parse("2026-12-23")).findings())
                .extracting(Finding::fault)
                .containsExactly(
                        "the review of INTENTS was due on 2026-12-22: make it, and write its date as 'last'",
                        "the review of SKILLS was due on 2026-12-22: make it, and write its date as 'last'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lane: senior}  | lane: matched} | asks T1 first for [HIGH]",
                "lane: rotation}  | lane: senior} | does not ask T1 first for [LOW]",
                "- {tiers: [T2], skill: 2, language: true} | - {tiers: [T3], skill: 2, language: true} | T3 is asked before T1 and T2",
                "HIGH: PT1H, STANDARD: PT4H, | HIGH: PT1H, STANDARD: PT30M, | is promised sooner than the graver band",
                "chain: security} | chain: outage} | no trigger starts this chain",
                "    riskWord: lead |    riskWord: senior | no row and no rule names this lane"
            })
    void whatFewWouldMeanIsAWarning(String change) {
        String[] parts = change.split(" \\| ");
        assertThat(STARTER).contains(parts[0].strip());

        PolicyCheck check = PolicyCheck.of(
                STARTER.replace(parts[0].strip(), parts[1].strip()).getBytes(UTF_8), TODAY);

        assertThat(check.valid()).isTrue();
        assertThat(check.findings())
                .anySatisfy(finding -> assertThat(finding.fault()).contains(parts[2].strip()))
                .allSatisfy(finding -> assertThat(finding.weight()).isEqualTo(Weight.WARNING));
    }
}

package dev.signalbox.decisions.severity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Contact;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Requester;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflectionTest {

    private static final String RESET = "How do I reset my password?";

    @Test
    void aSimpleQuestionOfASmallHealthyAccountMayBeDeflected() {
        Analysis analysis = Cases.analysis(RESET);

        assertThat(analysis.deflectionRefusals()).isEmpty();
        assertThat(analysis.deflectable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How do I reset my password? This is terrible!          | NEGATIVE_SENTIMENT
            How do I reset my password? The audit is on Friday.    | DEADLINE
            How do I reset my password? The system is down.        | SEVERITY_P1
            How do I reset my password? There is no data loss.     | SUPPRESSED_RULE
            How do I reset my password after the security breach?  | HARD_RULE
            How do I reset my password? Else we take legal action. | RISK_WORD
            How do I reset my password over SSO and the API?       | COMPLEXITY
            Can a real person reset my password?                   | WANTS_PERSON
            """)
    void whatTheTextSaysRefusesByName(String text, String refusal) {
        assertThat(Cases.analysis(text).deflectionRefusals()).contains(refusal);
    }

    @Test
    void theAccountRefusesByName() {
        assertThat(refusals(account -> account.arr = 99_999)).isEmpty();
        assertThat(refusals(account -> account.arr = 100_000)).containsExactly("ARR_AT_LEAST_100000");
        assertThat(refusals(account -> account.health = 40)).isEmpty();
        assertThat(refusals(account -> account.health = 39)).containsExactly("HEALTH_BELOW_40");
    }

    @Test
    void anEnterpriseAccountIsNotDeflectedFrom90DaysBeforeRenewalUntilRenewed() {
        assertThat(refusals(enterprise("2027-02-21"))).isEmpty();
        assertThat(refusals(enterprise("2027-02-20"))).containsExactly("RENEWAL_WITHIN_90_DAYS");
        assertThat(refusals(enterprise("2026-10-01"))).containsExactly("RENEWAL_WITHIN_90_DAYS");
        assertThat(refusals(account -> account.renewal = LocalDate.parse("2026-12-01")))
                .isEmpty();
    }

    @Test
    void aVipContactIsNotDeflected() {
        assertThat(refusals(account -> account.contacts = List.of(new Contact("ANN@acme.example", null, true))))
                .containsExactly("KEY_STAKEHOLDER");
        assertThat(refusals(account -> account.contacts = List.of(new Contact("bob@acme.example", null, true))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CEO", "Chief Marketing Officer", "Co-Founder", "interim CTO", "Geschäftsführerin"})
    void aCLevelRoleIsAKeyStakeholder(String role) {
        CaseFacts facts = Cases.facts(
                Cases.ticket(RESET, new Requester("1", "Ann", "ann@acme.example", role)),
                Cases.account().build());

        assertThat(Cases.ANALYZER.analyze(facts).stakeholder().because()).containsExactly("C_LEVEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IT administrator", "Office manager", "Officer", "Product ownership team"})
    void anyOtherRoleIsNone(String role) {
        CaseFacts facts = Cases.facts(
                Cases.ticket(RESET, new Requester("1", "Ann", "ann@acme.example", role)),
                Cases.account().build());

        assertThat(Cases.ANALYZER.analyze(facts).stakeholder().key()).isFalse();
    }

    @Test
    void anotherIntentHasNoClearPath() {
        CaseFacts facts = Cases.facts(RESET);
        Analysis analysis = Cases.ANALYZER.analyze(new CaseFacts(
                facts.ticket(),
                List.of(),
                facts.account(),
                Cases.classified("plan_details", "0.90"),
                null,
                false,
                facts.now()));

        assertThat(analysis.deflectionRefusals()).containsExactly("NO_CLEAR_PATH");
    }

    private static Consumer<Cases.AccountBuilder> enterprise(String renewal) {
        return account -> {
            account.planTier = PlanTier.ENTERPRISE;
            account.renewal = LocalDate.parse(renewal);
        };
    }

    private static List<String> refusals(Consumer<Cases.AccountBuilder> change) {
        Cases.AccountBuilder account = Cases.account();
        change.accept(account);
        CaseFacts facts =
                Cases.facts(Cases.ticket(RESET, new Requester("1", "Ann", "ann@acme.example", null)), account.build());
        return Cases.ANALYZER.analyze(facts).deflectionRefusals();
    }
}

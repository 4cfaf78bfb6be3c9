package dev.signalbox.enrichment.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Contract;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.Urgency;
import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.testsupport.AccountExample;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.TicketExample;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaseDecisionTest {

    private final TicketAnalyzer analyzer =
            new TicketAnalyzer(PolicyDocument.starter().policy().analysis());
    private CaseState state = CaseState.EMPTY;

    @Test
    void whatLaterStagesDoNotUseMakesNoVersion() {
        tell(Examples.aTicket());
        assertThat(decide(anAccount()).version()).isEqualTo(1);

        tell(Examples.aTicket().assignee("lena").updatedAt(Examples.NOW.plusSeconds(1)));
        assertThat(decide(anAccount())).isNull();
        tell(Examples.aTicket().status(TicketStatus.PENDING).updatedAt(Examples.NOW.plusSeconds(2)));
        assertThat(decide(anAccount())).isNull();
        tell(Examples.aTicket().status(TicketStatus.SOLVED).updatedAt(Examples.NOW.plusSeconds(3)));
        assertThat(decide(anAccount()).version()).isEqualTo(2);
    }

    @Test
    void everyChangeOfTheAccountThatThePriorityUsesMakesAVersion() {
        tell(Examples.aTicket());
        decide(null);

        assertThat(decide(anAccount()).account().known()).isTrue();
        assertThat(decide(anAccount())).isNull();
        assertThat(decide(anAccount().health(69))).isNotNull();
        assertThat(decide(anAccount().health(69).arr(75_001))).isNotNull();
        assertThat(decide(anAccount().plan(PlanTier.BASIC))).isNotNull();
        assertThat(decide(anAccount().renewal(LocalDate.parse("2027-01-01")))).isNotNull();
        assertThat(decide(anAccount().contract(new Contract(WorkTime.of(Duration.ofMinutes(30)), null))))
                .isNotNull();
        assertThat(decide(anAccount().contact("ann@acme.example", "CTO", true))
                        .analysis()
                        .stakeholder()
                        .key())
                .isTrue();
    }

    @Test
    void aDeadlineThatComesNearMakesAVersionOnce() {
        tell(Examples.aTicket().saying("Report", "The report is needed. The audit is on Friday."));
        Instant deadline = Instant.parse("2026-11-27T08:00:00Z");
        Instant near = deadline.minus(Duration.ofHours(48));

        CaseFile first = decide(anAccount(), Examples.NOW);
        assertThat(first.analysis().deadline()).isEqualTo(deadline);
        assertThat(first.analysis().urgency()).isEqualTo(Urgency.MEDIUM);
        assertThat(decide(anAccount(), near.minusSeconds(1))).isNull();
        assertThat(decide(anAccount(), near).analysis().urgency()).isEqualTo(Urgency.HIGH);
        assertThat(decide(anAccount(), near.plusSeconds(1))).isNull();
    }

    @Test
    void aTicketThatHasNotComeMakesNoVersion() {
        assertThat(decide(anAccount())).isNull();
    }

    private static AccountExample anAccount() {
        return Examples.anAccount();
    }

    private void tell(TicketExample ticket) {
        state = new CaseFold(state).snapshot(ticket.build()).state();
    }

    private CaseFile decide(AccountExample account) {
        return decide(account, Examples.NOW);
    }

    private CaseFile decide(AccountExample account, Instant now) {
        CaseDecision decision = new CaseDecision(analyzer, "sha256:test", now);
        AccountProfile profile = account == null ? null : account.build();
        CaseDecision.Outcome outcome = decision.decide(state, profile, 1, () -> Classification.UNDECIDED);
        state = outcome.state();
        return outcome.version();
    }
}

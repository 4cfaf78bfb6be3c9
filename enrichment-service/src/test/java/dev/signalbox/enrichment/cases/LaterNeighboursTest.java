package dev.signalbox.enrichment.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.KnowledgeLink;
import dev.signalbox.contracts.SimilarTicket;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.testsupport.Examples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaterNeighboursTest {

    private static final BigDecimal ALIKE = new BigDecimal("0.90");

    private final TicketAnalyzer analyzer =
            new TicketAnalyzer(PolicyDocument.starter().policy().analysis());
    private CaseState state = CaseState.EMPTY;

    @Test
    void neighboursThatAreFoundLaterPublishNothingByThemselves() {
        Ticket ticket = Examples.aTicket().build();
        Instant later = Examples.NOW.plusSeconds(60);
        tell(ticket);
        assertThat(decide(List.of(), List.of(), Examples.NOW).analysis().similar())
                .isEmpty();

        List<SimilarTicket> similar = List.of(new SimilarTicket("zendesk:7", "invoice_question", ALIKE, "lena"));
        List<KnowledgeLink> knowledge = List.of(new KnowledgeLink("kb-1", "Invoices", ALIKE));
        tell(ticket);
        assertThat(decide(similar, knowledge, later)).isNull();

        tell(Examples.aTicket().assignee("lena").updatedAt(later).build());
        assertThat(decide(similar, knowledge, later)).isNull();
        tell(Examples.aTicket()
                .saying("Invoice", "Why is VAT shown twice?")
                .updatedAt(later.plusSeconds(1))
                .build());
        assertThat(decide(similar, knowledge, later).analysis().similar()).isEqualTo(similar);
    }

    private void tell(Ticket ticket) {
        state = new CaseFold(state).snapshot(ticket).state();
    }

    private CaseFile decide(List<SimilarTicket> similar, List<KnowledgeLink> knowledge, Instant now) {
        Classification said = new Classification(
                "BILLING", "invoice_question", ALIKE, ALIKE, null, List.of(), similar, knowledge, "intents-test");
        CaseDecision.Outcome outcome =
                new CaseDecision(analyzer, "sha256:test", now).decide(state, null, 0, () -> said);
        state = outcome.state();
        return outcome.version();
    }
}

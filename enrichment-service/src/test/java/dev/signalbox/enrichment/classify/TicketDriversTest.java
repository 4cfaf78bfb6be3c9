package dev.signalbox.enrichment.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.enrichment.classify.TicketDrivers.Driver;
import dev.signalbox.testsupport.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketDriversTest {

    private final AnalysisPolicy policy = PolicyDocument.starter().policy().analysis();
    private final TicketAnalyzer analyzer = new TicketAnalyzer(policy);

    @Test
    void theMostFrequentIntentsComeFirstAndTheRestIsLeftOut() {
        List<ResolvedTicket> tickets = new ArrayList<>();
        tickets.addAll(tickets("a", 1, "text"));
        tickets.addAll(tickets("b", 3, "text"));
        tickets.addAll(tickets("c", 2, "text"));

        assertThat(TicketDrivers.mostFrequent(tickets, 2).stream()
                        .map(list -> list.get(0).intent()))
                .containsExactly("b", "c");
    }

    @Test
    void aSimpleQuestionWithAClearPathIsDeflectable() {
        Driver driver = driver(tickets("password_reset", 4, "I forgot my password. How do I reset it?"), Map.of());

        assertThat(driver.deflectable()).isEqualByComparingTo("1");
        assertThat(driver.share()).isEqualByComparingTo("0.4");
        assertThat(driver.refusals()).isEmpty();
        assertThat(driver.accountsKnown()).isZero();
    }

    @Test
    void whatOnlyLacksAPathIsToldApartFromWhatIsForbidden() {
        List<ResolvedTicket> tickets = new ArrayList<>(tickets("export", 3, "How do I export a report?"));
        tickets.addAll(tickets("export", 1, "We lost all our data while exporting a report, this is unacceptable!"));

        Driver driver = driver(tickets, Map.of());

        assertThat(driver.deflectable()).isZero();
        assertThat(driver.withPath()).isEqualByComparingTo("0.75");
        assertThat(driver.refusals()).containsEntry("HARD_RULE", 1);
        assertThat(driver.refusals()).containsEntry("NO_CLEAR_PATH", 4);
    }

    @Test
    void aValuableAccountForbidsWhatItsTextAllows() {
        List<ResolvedTicket> tickets = tickets("password_reset", 2, "I forgot my password. How do I reset it?");
        AccountProfile valuable = Examples.anAccount().arr(200_000).build();

        Driver driver = driver(tickets, Map.of(tickets.get(0).ticketId(), valuable));

        assertThat(driver.deflectable()).isEqualByComparingTo("0.5");
        assertThat(driver.accountsKnown()).isEqualTo(1);
        assertThat(driver.refusals()).containsEntry("ARR_AT_LEAST_100000", 1);
    }

    private Driver driver(List<ResolvedTicket> tickets, Map<String, AccountProfile> accounts) {
        return new TicketDrivers(analyzer, TicketDrivers.trusted(policy), Map.of(), accounts).driver(tickets, 10);
    }

    private static List<ResolvedTicket> tickets(String intent, int number, String text) {
        List<ResolvedTicket> tickets = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            tickets.add(new ResolvedTicket(
                    intent + ":" + i + text.length(), "", text, "C", intent, null, null, Examples.NOW, null));
        }
        return tickets;
    }
}

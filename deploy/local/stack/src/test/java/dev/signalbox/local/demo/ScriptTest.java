package dev.signalbox.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.local.demo.helpdesk.HelpdeskFormats;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private final DemoFiles.Script script = DemoFiles.script();

    @Test
    void everybodyWhoWritesBelongsToAnAccountAndUsesAHelpdeskThatTheDemoHas() {
        Set<String> accounts = new HashSet<>();
        DemoFiles.tree("accounts.json").forEach(a -> accounts.add(a.path("id").textValue()));

        assertThat(Stream.concat(script.staged().stream(), script.pool().stream()))
                .isNotEmpty()
                .allSatisfy(ticket -> {
                    assertThat(accounts).contains(ticket.account());
                    assertThat(HelpdeskFormats.of(ticket.helpdesk()).source()).isEqualTo(ticket.helpdesk());
                });
    }

    @Test
    void theStagedTicketsAreWrittenInOrderAndWithinAMinute() {
        assertThat(script.staged()).isSortedAccordingTo((a, b) -> Integer.compare(a.at(), b.at()));
        assertThat(script.staged()).allSatisfy(ticket -> assertThat(ticket.at()).isBetween(1, 60));
    }

    @Test
    void someTicketsAreIgnoredOnceTwiceAndForEver() {
        assertThat(script.staged()).extracting(ScriptedTicket::ignoredBy).contains(1, 2, 99);
    }

    @Test
    void everySolvedTicketOfTheHistorySaysWhatItWasAbout() {
        for (JsonNode solved : DemoFiles.tree("history.json")) {
            assertThat(solved.path("category").asText()).isNotBlank();
            assertThat(solved.path("intent").asText()).isNotBlank();
        }
    }
}

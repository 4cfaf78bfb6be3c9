package dev.signalbox.local.demo.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpdeskFormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Letter LETTER = new Letter(
            "50001",
            "7001",
            "Ann",
            "ann@acme.example",
            "Question about our invoice",
            "Why is VAT on it twice?",
            false,
            NOW);
    private static final HelpdeskAgent AGENT = new HelpdeskAgent("9001", "Lena", "lena@signalbox.example");

    @ParameterizedTest
    @ValueSource(strings = {"zendesk", "jira", "freshdesk", "intercom"})
    void everyPayloadNamesTheTicket(String source) {
        HelpdeskFormat format = HelpdeskFormats.of(source);

        List<byte[]> payloads = List.of(
                format.created(LETTER),
                format.assigned(LETTER, AGENT, NOW),
                format.answered(LETTER, AGENT, "Looking into it.", NOW),
                format.solved(LETTER, AGENT, NOW),
                format.wroteAgain(LETTER, "Thank you.", NOW));

        assertThat(payloads).allSatisfy(payload -> assertThat(text(payload)).contains("50001"));
        assertThat(text(format.answered(LETTER, AGENT, "Looking into it.", NOW)))
                .contains("Looking into it.");
    }

    @Test
    void aZendeskTicketIsAnEventWithTheTicketInIt() {
        JsonNode payload = Json.tree(HelpdeskFormats.of("zendesk").created(LETTER));

        assertThat(payload.path("type").textValue()).isEqualTo("zen:event-type:ticket.created");
        assertThat(payload.path("detail").path("organization_id").textValue()).isEqualTo("7001");
    }

    @Test
    void aJiraIssueHasItsNumericIdAndItsKey() {
        JsonNode issue = Json.tree(HelpdeskFormats.of("jira").created(LETTER)).path("issue");

        assertThat(issue.path("id").textValue()).isEqualTo("50001");
        assertThat(issue.path("key").textValue()).isEqualTo("SUP-50001");
        assertThat(issue.path("fields").path("created").textValue()).isEqualTo("2026-11-23T09:00:00.000+0000");
    }

    @Test
    void freshdeskSaysInItsOwnNotationWhatHappened() {
        JsonNode hook = Json.tree(HelpdeskFormats.of("freshdesk").solved(LETTER, AGENT, NOW))
                .path("freshdesk_webhook");

        assertThat(hook.path("triggered_event").textValue()).isEqualTo("{status:{from:2,to:4}}");
    }

    @Test
    void anIntercomAnswerIsAPartOfTheConversation() {
        JsonNode payload = Json.tree(HelpdeskFormats.of("intercom").answered(LETTER, AGENT, "Hello.", NOW));
        JsonNode part = payload.at("/data/item/conversation_parts/conversation_parts/0");

        assertThat(payload.path("topic").textValue()).isEqualTo("conversation.admin.replied");
        assertThat(part.path("author").path("type").textValue()).isEqualTo("admin");
    }

    @Test
    void refusesAHelpdeskThatTheDemoHasNot() {
        assertThatThrownBy(() -> HelpdeskFormats.of("glpi")).hasMessage("The demo has no helpdesk glpi");
    }

    private static String text(byte[] payload) {
        return Json.tree(payload).toString();
    }
}

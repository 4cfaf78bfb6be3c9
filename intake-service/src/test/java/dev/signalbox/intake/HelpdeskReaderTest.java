package dev.signalbox.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.intake.reading.Reading;
import dev.signalbox.intake.reading.Skip;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpdeskReaderTest {

    private static final String OWN =
            "{\"source\":\"portal\",\"externalId\":\"1\",\"subject\":\"s\",\"requester\":{\"email\":\"a@b.example\"}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "NO_VALUE       | zendesk   | ``",
                "NOT_JSON       | zendesk   | hello",
                "NOT_AN_OBJECT  | zendesk   | 42",
                "NOT_AN_OBJECT  | zendesk   | \"text\"",
                "UNKNOWN_SHAPE  | zendesk   | {}",
                "UNKNOWN_SHAPE  | jira      | {\"accountId\":\"1\",\"username\":\"u\"}",
                "UNKNOWN_SHAPE  | freshdesk | {\"a\":1}",
                "UNKNOWN_SHAPE  | intercom  | {\"a\":1}",
                "NO_TICKET_ID   | freshdesk | {\"freshdesk_webhook\":{\"ticket_subject\":\"s\"}}",
                "NO_TICKET_ID   | jira      |"
                        + " {\"webhookEvent\":\"comment_created\",\"comment\":{\"id\":\"1\",\"body\":\"b\"}}",
                "NO_ISSUE       | jira      | {\"webhookEvent\":\"jira:issue_updated\"}",
                "NO_ITEM        | intercom  | {\"topic\":\"conversation.user.created\"}",
                "NO_TICKET_ID   | intercom  | {\"topic\":\"conversation.user.created\",\"data\":{\"item\":{}}}",
                "NO_TICKET_ID   | zendesk   | {\"type\":\"zen:event-type:ticket.created\",\"detail\":{}}",
                "NO_COMMENT     | zendesk   |"
                        + " {\"type\":\"zen:event-type:ticket.comment_added\",\"detail\":{\"id\":\"1\"}}",
                "BAD_TICKET_ID  | zendesk   | {\"ticket\":{\"id\":\"a b\"}}",
                "NOT_AS_AGREED  | native    | {\"subject\":\"s\"}",
                "UNKNOWN_SOURCE | acme      | {\"a\":1}",
                "BAD_SOURCE     | `a b`     | {\"a\":1}",
            })
    void whatCannotBeReadIsRefusedWithACodeAndASentence(String code, String source, String payload) {
        Reading reading = Samples.read(source, payload).reading();
        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.reason().code()).isEqualTo(code);
            assertThat(refused.reason().sentence()).endsWith(".").hasSizeGreaterThan(20);
        });
    }

    @Test
    void payloadsWithoutHeadersAreKnownByTheirShape() {
        for (Path file : Samples.files(Samples.FOLDER)) {
            String kind = Samples.FOLDER.relativize(file).getName(0).toString();
            String name = file.getFileName().toString();
            // free-form or too common to be sure
            boolean needsHeader = name.startsWith("trigger-")
                    || name.startsWith("rest-ticket-list")
                    || name.startsWith("rest-conversation-incoming")
                    || name.startsWith("rest-satisfaction")
                    || name.startsWith("product-event")
                    || name.equals("ticket-without-requester.json");
            if (!needsHeader) {
                assertThat(sourceOf(file)).as(name).isEqualTo(kind);
            }
        }
    }

    @Test
    void sourceTypeSaysTheKindWhereTheNameIsItsOwn() {
        byte[] payload = Samples.bytes(Samples.FOLDER.resolve("zendesk/trigger-webhook-flat.json"));
        Ticket ticket = ticket(read(payload, "source", "acme-support", "sourcetype", "zendesk"));
        assertThat(ticket.id()).isEqualTo("acme-support:35437");
        assertThat(ticket.sourceType()).isEqualTo("zendesk");
    }

    @Test
    void configuredConnectionHasItsKindTenantAndStaff() {
        HelpdeskReader reader = Samples.reader(Map.of(
                "signalbox.intake.sources.tracker.type", "jira",
                "signalbox.intake.sources.tracker.tenant", "acme",
                "signalbox.intake.sources.tracker.staff-domains", "support.example"));
        byte[] comment = Samples.bytes(Samples.FOLDER.resolve("jira/webhook-server-comment-created.json"));
        Reading said = reader.read(Samples.headers("source", "tracker"), comment, Samples.RECEIVED)
                .reading();
        assertThat(activity(said).actor().kind().name()).isEqualTo("CUSTOMER");
        assertThat(activity(said).kind().name()).isEqualTo("CUSTOMER_REPLIED");
        byte[] issue = Samples.bytes(Samples.FOLDER.resolve("jira/webhook-issue-created.json"));
        assertThat(ticket(reader.read(Samples.headers("source", "tracker"), issue, Samples.RECEIVED)
                                .reading())
                        .tenant())
                .isEqualTo("acme");
    }

    @Test
    void echoOfOurOwnWriteBackIsNoAgentsDoing() {
        HelpdeskReader reader =
                Samples.reader(Map.of("signalbox.intake.sources.zendesk.write-back-users", "8447388090494"));
        byte[] assigned = Samples.bytes(Samples.FOLDER.resolve("zendesk/event-agent-assignment-changed.json"));
        Reading reading = reader.read(Samples.headers("source", "zendesk"), assigned, Samples.RECEIVED)
                .reading();
        assertThat(reading.parts()).last().isEqualTo(Reading.skipped(Skip.OWN_ECHO));
        assertThat(Samples.read("zendesk", assigned).reading().parts()).last().isInstanceOf(Reading.ActivityTold.class);
    }

    @Test
    void prefixOfASchemaRegistryIsTakenOff() {
        byte[] json = OWN.getBytes(StandardCharsets.UTF_8);
        byte[] prefixed = new byte[json.length + 5];
        prefixed[4] = 17;
        System.arraycopy(json, 0, prefixed, 5, json.length);
        assertThat(ticket(read(prefixed, "sourcetype", "native")).id()).isEqualTo("portal:1");
    }

    @Test
    void envelopesOfKafkaConnectAreTakenOff() {
        assertThat(ticket(read("{\"schema\":null,\"payload\":" + OWN + "}")).id())
                .isEqualTo("portal:1");
        assertThat(ticket(read("\"" + OWN.replace("\"", "\\\"") + "\"")).id()).isEqualTo("portal:1");
    }

    @Test
    void cloudEventsAreReadInBothModes() {
        assertThat(ticket(read(
                                OWN.getBytes(StandardCharsets.UTF_8),
                                "ce_specversion",
                                "1.0",
                                "ce_id",
                                "e-1",
                                "ce_source",
                                "/p",
                                "ce_type",
                                "signalbox.ticket.v1",
                                "ce_time",
                                "2026-11-22T08:00:00Z"))
                        .eventId())
                .isEqualTo("e-1");
        String attributes =
                "{\"specversion\":\"1.0\",\"id\":\"e-2\",\"source\":\"/p\",\"type\":\"signalbox.ticket.v1\",";
        assertThat(ticket(read(attributes + "\"data\":" + OWN + "}")).eventId()).isEqualTo("e-2");
        String base64 = Base64.getEncoder().encodeToString(OWN.getBytes(StandardCharsets.UTF_8));
        assertThat(ticket(read(attributes + "\"data_base64\":\"" + base64 + "\"}"))
                        .id())
                .isEqualTo("portal:1");
        assertThat(read(attributes + "\"time\":\"now\"}")).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void vendorsPayloadInsideACloudEventIsReadByItsAdapter() {
        String payload = new String(
                Samples.bytes(Samples.FOLDER.resolve("zendesk/event-ticket-created.json")), StandardCharsets.UTF_8);
        Ticket ticket =
                ticket(read("{\"specversion\":\"1.0\",\"id\":\"x\",\"source\":\"/bridge\",\"type\":\"zendesk.event\","
                        + "\"data\":" + payload + "}"));
        assertThat(ticket.id()).isEqualTo("zendesk:35436");
        assertThat(ticket.eventId()).isEqualTo("cbe4028c-7239-495d-b020-f22348516046");
    }

    @Test
    void elementsOfAListAreReadEachAndABadOneDoesNotHoldTheOthers() {
        Reading reading = read("[" + OWN + ",{\"ticketId\":\"portal:1\",\"kind\":\"WAVED\"}]", "sourcetype", "native");
        assertThat(reading.parts()).hasSize(2);
        assertThat(reading.parts().get(0)).isInstanceOf(Reading.TicketTold.class);
        assertThat(reading.parts().get(1)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void timeOfDeliveryIsNoPartOfAnEventsIdentity() {
        String once =
                "{\"type\":\"conversation\",\"id\":\"1\",\"source\":{\"body\":\"b\"},\"delivery_attempts\":1,\"first_sent_at\":5}";
        String again =
                "{\"delivery_attempts\":3,\"first_sent_at\":9,\"source\":{\"body\":\"b\"},\"id\":\"1\",\"type\":\"conversation\"}";
        String other = "{\"type\":\"conversation\",\"id\":\"1\",\"source\":{\"body\":\"c\"}}";
        String id = ticket(Samples.read("intercom", once).reading()).eventId();
        assertThat(ticket(Samples.read("intercom", again).reading()).eventId()).isEqualTo(id);
        assertThat(ticket(Samples.read("intercom", other).reading()).eventId()).isNotEqualTo(id);
    }

    @Test
    void commentToldByTwoWebhooksOfJiraIsOneActivity() {
        String comment = "\"comment\":{\"id\":\"7\",\"self\":\"https://j.example/rest/api/2/issue/10013/comment/7\","
                + "\"author\":{\"name\":\"sam\"},\"body\":\"b\",\"created\":\"2026-11-22T08:00:00.000+0000\"}";
        Activity one = activity(Samples.read("jira", "{\"webhookEvent\":\"comment_created\"," + comment + "}")
                .reading());
        Activity two = activity(Samples.read(
                        "jira",
                        "{\"webhookEvent\":\"jira:issue_updated\",\"issue_event_type_name\":\"issue_commented\","
                                + "\"issue\":{\"id\":\"10013\",\"fields\":{\"summary\":\"s\"}}," + comment + "}")
                .reading());
        assertThat(one).isEqualTo(two);
    }

    private static String sourceOf(Path file) {
        return Samples.reader()
                .read(new RecordHeaders(), Samples.bytes(file), Samples.RECEIVED)
                .source()
                .replace("portal", "native");
    }

    private static Reading read(String payload, String... headers) {
        return read(payload.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static Reading read(byte[] payload, String... headers) {
        return Samples.reader()
                .read(Samples.headers(headers), payload, Samples.RECEIVED)
                .reading();
    }

    private static Ticket ticket(Reading reading) {
        assertThat(reading.parts()).first().isInstanceOf(Reading.TicketTold.class);
        return ((Reading.TicketTold) reading.parts().get(0)).ticket();
    }

    private static Activity activity(Reading reading) {
        assertThat(reading.parts()).last().isInstanceOf(Reading.ActivityTold.class);
        return ((Reading.ActivityTold) reading.parts().get(reading.parts().size() - 1)).activity();
    }
}

package dev.signalbox.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicRecord;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole hop, from one Kafka topic to the others. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class HelpdeskStreamTest {

    private TopicWriter writer;
    private TopicReader tickets;
    private TopicReader activity;
    private TopicReader quarantine;

    @BeforeEach
    void open() {
        writer = TopicWriter.open();
        tickets = TopicReader.of(Topic.TICKETS_RAW);
        activity = TopicReader.of(Topic.TICKETS_ACTIVITY);
        quarantine = TopicReader.of(Topic.TICKETS_QUARANTINE);
    }

    @AfterEach
    void close() {
        writer.close();
        tickets.close();
        activity.close();
        quarantine.close();
    }

    @Test
    void ticketAndActivityOfOneWebhookAreSaidWithTheirHeaders() {
        byte[] payload = Samples.bytes(Path.of("src/test/resources/samples/zendesk/event-status-changed-solved.json"));
        String source = unique("zd");
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        write(Map.of("source", source, "sourcetype", "zendesk", "traceparent", trace), payload);
        String id = source + ":35436";
        Ticket ticket = tickets.await(id, Ticket.class, any -> true);
        assertThat(ticket.status().name()).isEqualTo("SOLVED");
        assertThat(ticket.sourceType()).isEqualTo("zendesk");
        Activity solved = activity.await(id, Activity.class, any -> true);
        assertThat(solved.kind()).isEqualTo(ActivityKind.SOLVED);
        TopicRecord record = tickets.await(any -> id.equals(any.key()));
        assertThat(record.headers())
                .containsEntry("ce_type", "signalbox.tickets.raw.v1")
                .containsEntry("ce_subject", id)
                .containsEntry("traceparent", trace)
                .containsEntry("content-type", "application/json");
    }

    @Test
    void recordsThatCannotBeReadAreSetAsideWholeAndHoldNobodyUp() {
        String source = unique("q");
        String good = "{\"externalId\":\"1\",\"subject\":\"after\",\"requester\":{\"email\":\"a@b.example\"}}";
        Map<String, String> headers = Map.of("source", source, "sourcetype", "native");
        byte[] bad = "{\"subject\": ".getBytes(StandardCharsets.UTF_8);
        Instant begun = Instant.now();
        write(headers, bad);
        write(headers, good.getBytes(StandardCharsets.UTF_8));
        tickets.await(source + ":1", Ticket.class, any -> true);
        TopicRecord record =
                quarantine.await(any -> any.as(Quarantined.class).headers().containsValue(source));
        Quarantined kept = record.as(Quarantined.class);
        assertThat(kept.reason().code()).isEqualTo("NOT_JSON");
        assertThat(kept.payload()).isEqualTo(bad);
        assertThat(kept.headers()).containsAllEntriesOf(headers);
        assertThat(kept.topic()).isEqualTo("helpdesk.events");
        assertThat(kept.stage()).isEqualTo("intake");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void replayedRecordKeepsItsIdentity() {
        String source = unique("r");
        byte[] payload = Samples.bytes(Path.of("src/test/resources/samples/freshdesk/webhook-priority-changed.json"));
        Map<String, String> headers = Map.of("source", source, "sourcetype", "freshdesk");
        write(headers, payload);
        write(headers, payload);
        String id = source + ":11";
        activity.await(source + ":11", Activity.class, any -> true);
        write(Map.of("source", source, "sourcetype", "native"), ticket("last"));
        tickets.await(source + ":last", Ticket.class, any -> true);
        List<Ticket> told = tickets.all(id, Ticket.class);
        assertThat(told).hasSize(2);
        assertThat(told.get(0).eventId()).isEqualTo(told.get(1).eventId());
        assertThat(activity.all(id, Activity.class))
                .extracting(Activity::activityId)
                .hasSize(2)
                .containsOnly(told.get(0).eventId() + ":PRIORITY_CHANGED");
    }

    @Test
    void largestRecordThatKafkaTakesIsReadAndCutOrSetAside() {
        String source = unique("l");
        String body = "x".repeat(4_000_000);
        write(
                Map.of("source", source, "sourcetype", "native"),
                ("{\"externalId\":\"1\",\"subject\":\"large\",\"body\":\"" + body
                                + "\",\"requester\":{\"email\":\"a@b.example\"}}")
                        .getBytes(StandardCharsets.UTF_8));
        write(Map.of("source", source, "sourcetype", "zammad"), body.getBytes(StandardCharsets.UTF_8));
        Ticket ticket = tickets.await(source + ":1", Ticket.class, any -> true);
        assertThat(ticket.body()).hasSize(65_536 + "\n[cut]".length()).endsWith("[cut]");
        assertThat(ticket.fields()).containsEntry("signalbox.cut", "body");
        TopicRecord record =
                quarantine.await(any -> any.as(Quarantined.class).headers().containsValue(source));
        assertThat(record.as(Quarantined.class).payload()).hasSize(4_000_000);
    }

    @Test
    void nativeTicketAndActivityComeAsCloudEventsToo() {
        String source = unique("ce");
        write(
                Map.of("ce_specversion", "1.0", "ce_id", "e-1", "ce_source", "/p", "ce_type", "signalbox.ticket.v1"),
                ("{\"source\":\"" + source + "\",\"externalId\":\"7\",\"body\":\"b\",\"organizationId\":\"4711\"}")
                        .getBytes(StandardCharsets.UTF_8));
        write(
                Map.of("content-type", "application/cloudevents+json; charset=UTF-8"),
                ("{\"specversion\":\"1.0\",\"id\":\"e-2\",\"source\":\"/p\",\"type\":\"signalbox.activity.v1\",\"data\":"
                                + "{\"ticketId\":\"" + source + ":7\",\"kind\":\"SOLVED\"}}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(tickets.await(source + ":7", Ticket.class, any -> true).eventId())
                .isEqualTo("e-1");
        assertThat(activity.await(source + ":7", Activity.class, any -> true).activityId())
                .isEqualTo("e-2");
    }

    private static byte[] ticket(String id) {
        return ("{\"externalId\":\"" + id + "\",\"subject\":\"s\",\"requester\":{\"email\":\"a@b.example\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void write(Map<String, String> headers, byte[] payload) {
        writer.write(Topic.HELPDESK_EVENTS, "any", headers, payload);
    }

    private static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}

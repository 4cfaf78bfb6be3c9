package dev.signalbox.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestProfile(WebhookResourceTest.Connections.class)
class WebhookResourceTest {

    /** One connection with a name of its own, one with a secret. */
    public static final class Connections implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "signalbox.intake.sources.acme-desk.type", "freshdesk",
                    "signalbox.intake.sources.acme-desk.tenant", "acme",
                    "signalbox.webhook.secret.intercom", "s3cret");
        }
    }

    @Test
    void webhookTakesTheSameWayAsKafka() throws IOException {
        post("acme-desk", sample("freshdesk/webhook-public-note.json"), 202);
        try (TopicReader tickets = TopicReader.of(Topic.TICKETS_RAW);
                TopicReader activity = TopicReader.of(Topic.TICKETS_ACTIVITY);
                TopicReader helpdesk = TopicReader.of(Topic.HELPDESK_EVENTS)) {
            Ticket ticket = tickets.await("acme-desk:11", Ticket.class, any -> true);
            assertThat(ticket.tenant()).isEqualTo("acme");
            assertThat(ticket.sourceType()).isEqualTo("freshdesk");
            assertThat(activity.await("acme-desk:11", Activity.class, any -> true)
                            .text())
                    .isEqualTo("We have found the cause.");
            TopicRecord raw =
                    helpdesk.await(any -> "acme-desk".equals(any.headers().get("source")));
            assertThat(raw.value()).isEqualTo(sample("freshdesk/webhook-public-note.json"));
        }
    }

    @Test
    void webhookThatNobodyUnderstandsIsAcceptedAndSetAside() {
        post("zendesk", "{\"type\":\"zen:event-type:ticket.created\",\"detail\":{\"x\":4711}}".getBytes(), 202);
        try (TopicReader quarantine = TopicReader.of(Topic.TICKETS_QUARANTINE)) {
            TopicRecord record =
                    quarantine.await(any -> new String(any.as(Quarantined.class).payload()).contains("4711"));
            assertThat(record.as(Quarantined.class).reason().code()).isEqualTo("NO_TICKET_ID");
        }
    }

    @Test
    void whatIsNoJsonOrForNobodyIsRefusedAtOnce() {
        post("zendesk", "{".getBytes(), 400);
        post("nobody", "{\"a\":1}".getBytes(), 404);
        given().contentType("text/xml")
                .body("<a/>")
                .post("/v1/webhooks/zendesk")
                .then()
                .statusCode(415);
    }

    @Test
    void webhookWithoutTheSecretIsRefused() throws IOException {
        post("intercom", sample("intercom/ping.json"), 401);
        given().contentType(ContentType.JSON)
                .header("X-Signalbox-Secret", "s3cret")
                .body(sample("intercom/ping.json"))
                .post("/v1/webhooks/intercom")
                .then()
                .statusCode(202);
    }

    @Test
    void skippedEventsAreCounted() throws IOException {
        given().contentType(ContentType.JSON)
                .header("X-Signalbox-Secret", "s3cret")
                .body(sample("intercom/conversation-admin-noted.json"))
                .post("/v1/webhooks/intercom")
                .then()
                .statusCode(202);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> given().get("/q/metrics")
                        .then()
                        .body(containsString(
                                "signalbox_intake_outcomes_total{outcome=\"skipped\",reason=\"PRIVATE_NOTE\","
                                        + "source=\"intercom\"}")));
    }

    private static void post(String source, byte[] body, int status) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/webhooks/{source}", source)
                .then()
                .statusCode(status);
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/samples", name));
    }
}

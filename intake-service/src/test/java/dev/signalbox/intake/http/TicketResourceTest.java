package dev.signalbox.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class TicketResourceTest {

    private static final String TICKET =
            "{\"subject\": \"Question about our invoice\", \"requester\": {\"email\": \"ann@acme.example\"}}";

    @Test
    void acceptedTicketIsOnItsTopic() {
        String id = post(TICKET)
                .statusCode(202)
                .body("id", startsWith("native:"))
                .extract()
                .path("id");
        try (TopicReader tickets = TopicReader.of(Topic.TICKETS_RAW)) {
            Ticket ticket = tickets.await(id, Ticket.class, any -> true);
            assertThat(ticket.subject()).isEqualTo("Question about our invoice");
            assertThat(ticket.tenant()).isEqualTo("default");
        }
    }

    @Test
    void everyFaultIsTold() {
        post("{\"channel\": \"PIGEON\", \"tags\": \"one\", \"createdAt\": \"soon\", \"externalId\": \"a b\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/channel", "/tags", "/createdAt", "/externalId"))
                .body("errors", hasSize(4));
        post("{}").statusCode(400).body("errors.pointer", hasItem("/subject"));
        post("{\"subject\": \"s\"}").statusCode(400).body("errors.pointer", hasItem("/requester/email"));
    }

    @Test
    void malformedJsonIsRefusedWithAReason() {
        post("{\"subject\": ").statusCode(400).body("errors[0].problem", containsString("not well-formed"));
        post(TICKET + " x").statusCode(400).body("errors[0].problem", containsString("follows"));
        post("{\"a\":1,\"a\":2}").statusCode(400).body("errors[0].problem", containsString("twice"));
        post("[".repeat(65) + "]".repeat(65)).statusCode(400).body("errors[0].problem", containsString("64"));
        post("{\"subject\": \"a\\u0000b\", \"body\": \"\\ud800\"}")
                .statusCode(400)
                .body("errors.pointer", hasItems("/subject", "/body"));
        post("").statusCode(400);
    }

    @Test
    void bodiesAbove256KiBAndOtherTypesAreRefused() {
        String padding = "x".repeat(256 * 1024);
        given().contentType(ContentType.JSON)
                .body("{\"subject\": \"" + padding + "\"}")
                .post("/v1/tickets")
                .then()
                .statusCode(413);
        given().contentType("text/plain")
                .body(TICKET)
                .post("/v1/tickets")
                .then()
                .statusCode(415);
    }

    @Test
    void sameKeyAndBodyGiveTheSameTicketOnce() {
        String key = UUID.randomUUID().toString();
        String id = post(TICKET, key).statusCode(202).extract().path("id");
        post(TICKET, key).statusCode(202).body("id", equalTo(id));
        try (TopicReader tickets = TopicReader.of(Topic.TICKETS_RAW)) {
            assertThat(tickets.all(id, Ticket.class)).hasSize(1);
        }
    }

    @Test
    void sameKeyWithAnotherBodyIsAConflict() {
        String key = UUID.randomUUID().toString();
        post(TICKET, key).statusCode(202);
        post(TICKET.replace("invoice", "contract"), key).statusCode(422).contentType("application/problem+json");
    }

    @Test
    void keysOf256CharactersAreRefused() {
        post(TICKET, "k".repeat(255)).statusCode(202);
        post(TICKET, "k".repeat(256)).statusCode(400);
    }

    @Test
    void activityOfATicketIsAccepted() {
        String ticket = "portal:" + UUID.randomUUID();
        String id = given().contentType(ContentType.JSON)
                .body("{\"kind\": \"CUSTOMER_REPLIED\", \"text\": \"Any news?\"}")
                .post("/v1/tickets/{id}/activity", ticket)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        try (TopicReader activity = TopicReader.of(Topic.TICKETS_ACTIVITY)) {
            assertThat(activity.await(ticket, Activity.class, any -> true).activityId())
                    .isEqualTo(id);
        }
        given().contentType(ContentType.JSON)
                .body("{\"kind\": \"WAVED\"}")
                .post("/v1/tickets/{id}/activity", "no-ticket-id")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/kind", "/ticketId"));
    }

    @Test
    void internalNoteIsAcceptedAndLeftOut() {
        given().contentType(ContentType.JSON)
                .body("{\"kind\": \"AGENT_REPLIED\", \"public\": false, \"text\": \"ask finance\"}")
                .post("/v1/tickets/portal:1/activity")
                .then()
                .statusCode(202)
                .body("skipped", equalTo("PRIVATE_NOTE"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/tickets")
                .then();
    }

    private static ValidatableResponse post(String body, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/tickets")
                .then();
    }
}

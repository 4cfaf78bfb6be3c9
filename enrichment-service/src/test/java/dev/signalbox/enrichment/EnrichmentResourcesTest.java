package dev.signalbox.enrichment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class EnrichmentResourcesTest {

    private final String company = "c" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void publishThePolicy() {
        try (TopicWriter topics = TopicWriter.open()) {
            PublishedPolicy.starter(topics);
        }
    }

    @Test
    void anAccountThatWasPutCanBeReadAndDeletedAndLiesOnItsTopic() {
        AccountProfile account = Examples.anAccount().id(company).build();
        given().contentType(ContentType.JSON)
                .body(Json.encode(account))
                .put("/v1/accounts/" + company)
                .then()
                .statusCode(200);

        byte[] read = given().get("/v1/accounts/" + company)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Json.decode(read, AccountProfile.class)).isEqualTo(account);
        try (TopicReader topic = TopicReader.of(Topic.ACCOUNTS)) {
            assertThat(topic.all(company, AccountProfile.class)).containsExactly(account);
        }

        given().delete("/v1/accounts/" + company).then().statusCode(204);
        given().get("/v1/accounts/" + company).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void everyFaultOfAnAccountIsListed() {
        given().contentType(ContentType.JSON)
                .body("{\"planTier\": \"GOLD\", \"arr\": \"many\", \"health\": 70}")
                .put("/v1/accounts/" + company)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/planTier", "/arr"));
        given().contentType(ContentType.JSON)
                .body("{\"id\": \"other\", \"planTier\": \"PRO\", \"arr\": -1, \"health\": 101}")
                .put("/v1/accounts/" + company)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/id", "/arr", "/health"));
        given().contentType(ContentType.JSON)
                .body("{\"planTier\": ")
                .put("/v1/accounts/" + company)
                .then()
                .statusCode(400);
        given().contentType(ContentType.TEXT)
                .body("acme")
                .put("/v1/accounts/" + company)
                .then()
                .statusCode(415);
    }

    @Test
    void accountsComeAsCsvAllOrNone() {
        String other = company + "x";
        rawPath()
                .contentType("text/csv")
                .body("id,planTier,arr,health\n" + company + ",PRO,75000,70\n" + other + ",GOLD,1,70\n")
                .post("/v1/accounts:import")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/3/planTier")));
        given().get("/v1/accounts/" + company).then().statusCode(404);

        rawPath()
                .contentType("text/csv")
                .body("id,planTier,arr,health\n" + company + ",PRO,75000,70\n" + other + ",FREE,0,90\n")
                .post("/v1/accounts:import")
                .then()
                .statusCode(202)
                .body("imported", equalTo(2));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/v1/accounts/" + other)
                        .then()
                        .statusCode(200)
                        .body("health", equalTo(90)));
    }

    @Test
    void aTextIsClassifiedWithoutDoingAnything() {
        given().contentType(ContentType.JSON)
                .body(Map.of("subject", "Password", "body", "I forgot my password. How do I reset it?"))
                .post("/v1/classify")
                .then()
                .statusCode(200)
                .body("analysis.intent", equalTo("password_reset"))
                .body("analysis.needsReview", equalTo(false))
                .body("analysis.deflectable", equalTo(true))
                .body("account.known", equalTo(false));
        given().contentType(ContentType.JSON)
                .body(Map.of("body", "zyx wvut srqp"))
                .post("/v1/classify")
                .then()
                .statusCode(200)
                .body("analysis.confidence", lessThan(0.3f))
                .body("analysis.needsReview", equalTo(true))
                .body("analysis.deflectionRefusals", hasItem("NEEDS_REVIEW"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/classify")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/body"));
    }

    @Test
    void aListOfTextsIsAnsweredInItsOrder() {
        given().contentType(ContentType.JSON)
                .body(List.of(
                        Map.of("body", "I forgot my password. How do I reset it?"),
                        Map.of("body", "Why is VAT shown twice on the last invoice?")))
                .post("/v1/classify")
                .then()
                .statusCode(200)
                .body("analysis.intent", equalTo(List.of("password_reset", "invoice_question")))
                .body("analysis.rawConfidence", everyItem(notNullValue()));
        given().contentType(ContentType.JSON)
                .body(List.of(Map.of("body", "a text"), Map.of("subject", " ")))
                .post("/v1/classify")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/1/body")));
        given().contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/classify")
                .then()
                .statusCode(400);
    }

    @Test
    void theModelSaysWhatAThresholdIsWorth() {
        given().get("/v1/model?misroute=0.3")
                .then()
                .statusCode(200)
                .body("promise.misroute", equalTo(0.3f))
                .body("promise.from.misrouteAtMost", lessThanOrEqualTo(0.3f))
                .body("atFloor.threshold", equalTo(0.6f))
                .body("curve.threshold", hasItems(0f, 0.5f, 0.99f));
        given().get("/v1/model?misroute=1.5").then().statusCode(400).body("errors.pointer", hasItem("misroute"));
    }

    @Test
    void theModelLearnsFromImportedHistory() {
        String before =
                given().get("/v1/model").then().statusCode(200).extract().path("modelVersion");
        // a word of this test alone: what is learnt here stays learnt for the other tests of this broker
        String intent = "wobbulation_" + company;
        String tickets = "[%s, %s, %s]".formatted(resolved(1, intent), resolved(2, intent), resolved(3, intent));
        rawPath()
                .contentType(ContentType.JSON)
                .body(tickets)
                .post("/v1/history:import")
                .then()
                .statusCode(202)
                .body("imported", equalTo(3));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/v1/model")
                        .then()
                        .body("intents.intent", hasItem(intent))
                        .body("tickets", greaterThanOrEqualTo(3))
                        .body("modelVersion", not(equalTo(before))));
        given().contentType(ContentType.JSON)
                .body(Map.of("body", "The wobbulator " + company + " does not wobbulate"))
                .post("/v1/classify")
                .then()
                .body("analysis.intent", equalTo(intent))
                .body("analysis.similar.ticketId", hasItem(company + ":1"));
    }

    @Test
    void anArticleIsLinkedAndFaultyReferenceDataIsRefused() {
        given().contentType(ContentType.JSON)
                .body(Map.of("title", "Quuxify the " + company, "body", "Press the quux button.", "intents", List.of()))
                .put("/v1/knowledge/" + company)
                .then()
                .statusCode(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().contentType(ContentType.JSON)
                        .body(Map.of("body", "How do I quuxify the " + company + "?"))
                        .post("/v1/classify")
                        .then()
                        .body("analysis.knowledge.articleId", hasItem(company)));
        given().contentType(ContentType.JSON)
                .body("{\"body\": 7}")
                .put("/v1/knowledge/" + company)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/title", "/body"));
        rawPath()
                .contentType(ContentType.JSON)
                .body("[{\"ticketId\": \"x:1\"}, 7]")
                .post("/v1/history:import")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/0/intent", "/1"));
    }

    @Test
    void whatIsKnownOfAQuestionIsFoundWithinSecondsAndForgottenOnDemand() {
        String intent = "gribble_" + company;
        rawPath()
                .contentType(ContentType.JSON)
                .body("[%s, %s]".formatted(resolved(1, intent), resolved(2, intent)))
                .post("/v1/history:import")
                .then()
                .statusCode(202);
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "title", "Wobbulator " + company, "body", "Turn it off and on.", "intents", List.of(intent)))
                .put("/v1/knowledge/" + company)
                .then()
                .statusCode(202);

        String question = "The wobbulator " + company + " does nothing";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().queryParam("text", question)
                        .get("/v1/similar?limit=3")
                        .then()
                        .statusCode(200)
                        .body("tickets.ticketId", hasItems(company + ":1", company + ":2"))
                        .body("tickets[0].intent", equalTo(intent))
                        .body("tickets[0].resolvedBy", equalTo("lena"))
                        .body("tickets[0].similarity", lessThanOrEqualTo(1f))
                        .body("tickets[0].because.words", hasItems("wobbulator", company))
                        .body("knowledge.articleId", hasItem(company))
                        .body("knowledge[0].because.words", hasItems("wobbulator", company)));

        rawPath().delete("/v1/history/" + company + ":1").then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().queryParam("text", question)
                        .get("/v1/similar")
                        .then()
                        .body("tickets.ticketId", not(hasItem(company + ":1")))
                        .body("tickets.ticketId", hasItem(company + ":2")));
    }

    @Test
    void everyFaultOfAQuestionIsListed() {
        given().get("/v1/similar?limit=0")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of("text", "limit")));
        given().queryParam("text", " ").get("/v1/similar?limit=51").then().statusCode(400);
        given().queryParam("text", "x".repeat(2))
                .get("/v1/similar?limit=50")
                .then()
                .statusCode(200);
    }

    @Test
    void driversGapsAndArticlesThatNobodyReadsAreReported() {
        String intent = "florble_" + company;
        String now = Instant.now().toString();
        String tickets = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> """
                        {"ticketId": "%s:%d", "subject": "Florble", "body": "The florble %s is dull", "category": "TECHNICAL",
                         "intent": "%s", "resolvedAt": "%s"}""".formatted(company, number, company, intent, now))
                .collect(Collectors.joining(",", "[", "]"));
        rawPath()
                .contentType(ContentType.JSON)
                .body(tickets)
                .post("/v1/history:import")
                .then()
                .statusCode(202);
        article("old-" + company, "2020-01-01T00:00:00Z");
        article("new-" + company, now);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            given().get("/v1/reports/gaps?days=1&atLeast=3")
                    .then()
                    .statusCode(200)
                    .body("gaps.intent", hasItem(intent))
                    .body("gaps.find { it.intent == '" + intent + "' }.questions", equalTo(3));
            given().get("/v1/reports/unviewed")
                    .then()
                    .statusCode(200)
                    .body("articleId", hasItem("old-" + company))
                    .body("articleId", not(hasItem("new-" + company)));
        });
        given().get("/v1/reports/drivers?days=1&limit=100")
                .then()
                .statusCode(200)
                .body("drivers.find { it.intent == '" + intent + "' }.tickets", equalTo(3))
                .body("drivers.find { it.intent == '" + intent + "' }.refusals.NO_CLEAR_PATH", equalTo(3));
        given().get("/v1/reports/drivers?limit=0").then().statusCode(400).body("errors.pointer", hasItem("limit"));
        given().get("/v1/reports/gaps?days=0&atLeast=1")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("days", "atLeast")));
        given().get("/v1/reports/unviewed?months=0").then().statusCode(400);
    }

    private static void article(String id, String viewedAt) {
        given().contentType(ContentType.JSON)
                .body(Map.of("title", id, "body", "", "intents", List.of(), "viewedAt", viewedAt))
                .put("/v1/knowledge/" + id)
                .then()
                .statusCode(202);
    }

    /** As curl sends it: this client would write a colon as %3A, which is another path (RFC 3986, 2.2). */
    private static RequestSpecification rawPath() {
        return given().urlEncodingEnabled(false);
    }

    private String resolved(int number, String intent) {
        return """
                {"ticketId": "%s:%d", "subject": "Wobbulator %d", "body": "The wobbulator %s does not wobbulate any more",
                 "category": "TECHNICAL", "intent": "%s", "resolvedBy": "lena"}""".formatted(company, number, number, company, intent);
    }
}

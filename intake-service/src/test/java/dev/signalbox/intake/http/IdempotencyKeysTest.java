package dev.signalbox.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a process left behind that was killed between its steps, made by hand in the table. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class IdempotencyKeysTest {

    private static final String TICKET =
            "{\"subject\": \"Question about our invoice\", \"requester\": {\"email\": \"ann@acme.example\"}}";

    @Inject
    Pool pool;

    @Inject
    IdempotencyKeys keys;

    @Test
    void repetitionAfterACrashBeforeTheAnswerProducesTheSameEventAgain() {
        String key = UUID.randomUUID().toString();
        String id = post(key).statusCode(202).extract().path("id");
        // the crash: Kafka has the event, the row does not know it yet
        execute(
                "update idempotency_key set accepted_at = null, claimed_at = now() - interval '1 minute' where key ="
                        + " $1",
                key);
        post(key).statusCode(202).body("id", equalTo(id));
        try (TopicReader tickets = TopicReader.of(Topic.TICKETS_RAW)) {
            List<TopicRecord> told =
                    tickets.all().stream().filter(any -> id.equals(any.key())).toList();
            assertThat(told).hasSize(2);
            assertThat(told)
                    .extracting(any -> any.headers().get("ce_id"))
                    .containsOnly(told.get(0).headers().get("ce_id"));
            assertThat(told.get(0).value()).isEqualTo(told.get(1).value());
        }
    }

    @Test
    void repetitionAfterACrashBeforeTheEventProducesIt() {
        String key = UUID.randomUUID().toString();
        String id = claimedAndCrashed(key, "1 minute");
        post(key).statusCode(202).body("id", equalTo("native:" + id));
        try (TopicReader tickets = TopicReader.of(Topic.TICKETS_RAW)) {
            assertThat(tickets.all("native:" + id, Ticket.class)).hasSize(1);
        }
    }

    @Test
    void sameKeyAtTheSameTimeIsAConflict() {
        String key = UUID.randomUUID().toString();
        claimedAndCrashed(key, "0 seconds");
        post(key).statusCode(409).header("Retry-After", equalTo("1")).contentType("application/problem+json");
    }

    @Test
    void keysAreForgottenAfterSevenDays() {
        String key = UUID.randomUUID().toString();
        post(key).statusCode(202);
        execute("update idempotency_key set received_at = now() - interval '8 days' where key = $1", key);
        String other = TICKET.replace("invoice", "contract");
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(other)
                .post("/v1/tickets")
                .then()
                .statusCode(202);
        execute("update idempotency_key set received_at = now() - interval '8 days' where key = $1", key);
        assertThat(keys.forgetOld().await().indefinitely()).isGreaterThanOrEqualTo(1);
        assertThat(count(key)).isZero();
    }

    private String claimedAndCrashed(String key, String ago) {
        String id = UUID.randomUUID().toString();
        pool.preparedQuery("insert into idempotency_key"
                        + " (tenant, key, body_hash, resource_id, received_at, claimed_by, claimed_at)"
                        + " values ('default', $1, $2, $3, now(), $4, now() - $5::text::interval)")
                .execute(Tuple.of(
                        "ticket:" + key, dev.signalbox.intake.Publication.hash(TICKET), id, UUID.randomUUID(), ago))
                .await()
                .indefinitely();
        return id;
    }

    private void execute(String sql, String key) {
        pool.preparedQuery(sql).execute(Tuple.of("ticket:" + key)).await().indefinitely();
    }

    private int count(String key) {
        return pool.preparedQuery("select count(*)::int as n from idempotency_key where key = $1")
                .execute(Tuple.of("ticket:" + key))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger("n");
    }

    private static ValidatableResponse post(String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(TICKET)
                .post("/v1/tickets")
                .then();
    }
}

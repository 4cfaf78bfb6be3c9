package dev.signalbox.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicRecord;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The station as a whole: records in, records out, chains by real timers, people over HTTP. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class EscalationStreamTest {

    private final String ticket = "desk:" + UUID.randomUUID();
    private final Instant now = Instant.now();
    private TopicWriter writer;
    private TopicReader escalations;
    private String policy;

    @BeforeEach
    void open() {
        writer = TopicWriter.open();
        escalations = TopicReader.of(Topic.ESCALATIONS);
        policy = ShortPolicy.publish(writer);
    }

    @AfterEach
    void close() {
        writer.close();
        escalations.close();
    }

    @Test
    void brokenPromiseGoesUpItsChainUntilSomebodyAcknowledges() {
        scored(1, Examples.aCase());
        escalate(1, 90);
        Escalation opened = await(EscalationChange.OPENED);
        assertThat(opened.trigger()).isEqualTo(EscalationTrigger.SLA_BREACH);
        assertThat(opened.predicted()).isTrue();
        assertThat(opened.owner()).isEqualTo("team-lead");
        assertThat(opened.id()).isEqualTo(EventIds.of("escalation", ticket, "1"));
        Escalation raised = await(EscalationChange.LEVEL_RAISED);
        assertThat(raised.level()).isEqualTo(2);

        given().contentType(ContentType.JSON)
                .body(Map.of("by", "tom", "note", "mine"))
                .post("/v1/escalations/{id}/acknowledge", opened.id())
                .then()
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"))
                .body("by", equalTo("tom"));

        assertThat(await(EscalationChange.ACKNOWLEDGED).note()).isEqualTo("mine");
        assertSequencesWithoutGap();
    }

    @Test
    void chainOfWhichNobodyAnswersEndsAsUndeliverable() {
        scored(1, Examples.aCase());
        escalate(1, 90);

        Escalation last = await(EscalationChange.UNDELIVERABLE);

        assertThat(last.owner()).isEqualTo("executive");
        assertThat(all().stream().map(Escalation::change))
                .containsExactly(
                        EscalationChange.OPENED,
                        EscalationChange.LEVEL_RAISED,
                        EscalationChange.LEVEL_RAISED,
                        EscalationChange.UNDELIVERABLE);
        assertSequencesWithoutGap();
    }

    @Test
    void whoIsOnCallInTheActivePolicyIsToldHoweverOldTheTicketsPolicyIs() {
        scored(1, Examples.aCase());
        String swapped = ShortPolicy.publish(
                writer, "team-lead: {shifts: [{from: 2020-01-01T00:00:00Z, to: 2100-01-01T00:00:00Z, who: kim}]}");
        Awaitility.await()
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .body("checks.find { it.name == 'policy' }.data.active", equalTo(swapped)));

        escalate(1, 90);

        Escalation opened = await(EscalationChange.OPENED);
        assertThat(opened.owner()).isEqualTo("kim");
        assertThat(opened.path()).startsWith("team-lead");
        assertThat(opened.policyVersion()).isEqualTo(policy);
    }

    @Test
    void refundWaitsForTheNamedRoleAndItsDecisionIsOnRecord() {
        scored(1, Examples.aCase().of(Examples.anAnalysis().sentimentTurned().build()));
        String id = await(EscalationChange.OPENED).id();
        post(Map.of("kind", "REFUND", "by", "lena", "note", "190 EUR"), "/v1/escalations/{id}/approvals", id)
                .statusCode(200)
                .body("change", equalTo("APPROVAL_ASKED"))
                .body("approvals[0].role", equalTo("manager"));

        String approve = "/v1/escalations/{id}/approvals/REFUND/approve";
        post(Map.of("by", "kim", "role", "finance"), approve, id)
                .statusCode(409)
                .body("errors[0].allowed", equalTo("manager"));
        post(Map.of("by", "lena", "role", "manager"), approve, id).statusCode(409);
        post(Map.of("by", "tom", "note", "done"), "/v1/escalations/{id}/resolve", id)
                .statusCode(409);
        post(Map.of("by", "kim", "role", "manager", "note", "our mistake"), approve, id)
                .statusCode(200)
                .body("change", equalTo("APPROVED"))
                .body("approvals[0].because", equalTo("our mistake"));
        post(Map.of("by", "kim", "role", "manager"), approve, id).statusCode(404);

        assertThat(await(EscalationChange.APPROVED).approvals().get(0).by()).isEqualTo("kim");
        assertSequencesWithoutGap();
    }

    private static ValidatableResponse post(Object body, String path, String id) {
        return given().contentType(ContentType.JSON).body(body).post(path, id).then();
    }

    @Test
    void activityThatOvertakesItsTicketIsFoldedInWhenTheTicketComes() {
        activity("a1", ActivityKind.ESCALATION_REQUESTED, "I tried a new invoice");
        escalate(1, 90);
        scored(1, Examples.aCase());

        escalations.await(ticket, Escalation.class, e -> e.trigger() == EscalationTrigger.AGENT_REQUEST);
        escalations.await(ticket, Escalation.class, e -> e.trigger() == EscalationTrigger.SLA_BREACH);
    }

    @Test
    void recordsThatComeAgainChangeNothing() {
        scored(1, Examples.aCase().of(Examples.anAnalysis().sentimentTurned().build()));
        escalate(1, 90);
        activity("a1", ActivityKind.SOLVED, null);
        await(EscalationChange.RESOLVED);
        int said = all().size();

        scored(1, Examples.aCase().of(Examples.anAnalysis().sentimentTurned().build()));
        escalate(1, 90);
        activity("a1", ActivityKind.SOLVED, null);
        activity("a2", ActivityKind.RATED, 90);

        escalations.await(ticket, Escalation.class, e -> "rated".equals(e.note()));
        assertThat(all()).hasSize(said + 1);
        assertSequencesWithoutGap();
    }

    @Test
    void headersSayWhatTheRecordIs() {
        scored(1, Examples.aCase());
        escalate(1, 90);
        await(EscalationChange.OPENED);

        TopicRecord record = escalations.await(r -> ticket.equals(r.key()));

        assertThat(record.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "signalbox.escalations.v1")
                .containsEntry("ce_source", "/signalbox/escalation")
                .containsEntry("ce_subject", ticket)
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_id", EventIds.of(Topic.ESCALATIONS, ticket, 1));
    }

    @Test
    void recordThatCannotBeReadGoesToQuarantineAndHoldsNobodyUp() {
        writer.write(Topic.TICKETS_ACTIVITY, ticket, Map.of(), "{\"ticketId\": 7".getBytes());
        scored(1, Examples.aCase());
        escalate(1, 90);

        await(EscalationChange.OPENED);
        try (TopicReader quarantine = TopicReader.of(Topic.TICKETS_QUARANTINE)) {
            Quarantined set = quarantine.await(ticket, Quarantined.class, q -> true);
            assertThat(set.stage()).isEqualTo("escalation-service");
            assertThat(set.reason().code()).isEqualTo("NOT_JSON");
        }
    }

    @Test
    void personOpensAnEscalationOnceHoweverOftenTheRequestIsRepeated() {
        scored(1, Examples.aCase().of(Examples.anAnalysis().sentimentTurned().build()));
        await(EscalationChange.OPENED);
        Map<String, String> request =
                Map.of("ticketId", ticket, "by", "tom", "note", "login is down", "trigger", "OUTAGE");

        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", ticket)
                .body(request)
                .post("/v1/escalations")
                .then()
                .statusCode(201)
                .body("change", equalTo("OPENED"))
                .body("owner", equalTo("T3"))
                .body("reason", equalTo("login is down"));
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", ticket)
                .body(request)
                .post("/v1/escalations")
                .then()
                .statusCode(204);
    }

    @Test
    void illegalTransitionIsAConflictThatSaysWhatIsAllowed() {
        scored(1, Examples.aCase().of(Examples.anAnalysis().sentimentTurned().build()));
        String id = await(EscalationChange.OPENED).id();

        given().contentType(ContentType.JSON)
                .body(Map.of("by", "tom"))
                .post("/v1/escalations/{id}/update", id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("title", equalTo("UPDATE is not possible in state OPEN."))
                .body("errors[0].allowed", equalTo("[ACKNOWLEDGE, RESOLVE]"));
        given().contentType(ContentType.JSON)
                .body(Map.of("by", "tom", "note", "done"))
                .post("/v1/escalations/{id}/resolve", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("RESOLVED"));
        given().contentType(ContentType.JSON)
                .body(Map.of("by", "tom"))
                .post("/v1/escalations/{id}/acknowledge", id)
                .then()
                .statusCode(409)
                .body("errors[0].allowed", equalTo("nothing, it is over"));
    }

    @Test
    void everyFaultOfARequestIsNamed() {
        given().contentType(ContentType.JSON)
                .body(Map.of("note", "x".repeat(4_001)))
                .post("/v1/escalations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of("/ticketId", "/by", "/note")));
        given().contentType(ContentType.JSON)
                .body("[1")
                .post("/v1/escalations")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{\"ticketId\": \"x\", \"by\": \"y\", \"note\": \"z\", \"trigger\": \"BOREDOM\"}")
                .post("/v1/escalations")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/trigger"))
                .body("errors[0].problem", containsString("BOREDOM"));
        given().contentType(ContentType.JSON)
                .body(Map.of("ticketId", "nobody:1", "by", "tom", "note", "help"))
                .post("/v1/escalations")
                .then()
                .statusCode(404);
        given().contentType(ContentType.JSON)
                .body(Map.of("by", "tom"))
                .post("/v1/escalations/{id}/acknowledge", "nothing")
                .then()
                .statusCode(404);
        given().get("/v1/escalations?limit=0").then().statusCode(400);
        given().get("/v1/escalations?after=somewhere").then().statusCode(400);
    }

    @Test
    void listIsPagedInTheOrderOfOpening() {
        scored(1, Examples.aCase().of(Examples.anAnalysis().sentimentTurned().build()));
        await(EscalationChange.OPENED);
        activity("a1", ActivityKind.ESCALATION_REQUESTED, "I tried a new invoice");
        escalations.await(ticket, Escalation.class, e -> e.trigger() == EscalationTrigger.AGENT_REQUEST);

        String next = given().queryParam("ticketId", ticket)
                .queryParam("limit", 1)
                .get("/v1/escalations")
                .then()
                .statusCode(200)
                .body("escalations.trigger", equalTo(List.of("NEGATIVE_SENTIMENT")))
                .extract()
                .path("next");
        given().queryParam("ticketId", ticket)
                .queryParam("limit", 2)
                .queryParam("after", next)
                .get("/v1/escalations")
                .then()
                .body("escalations.trigger", equalTo(List.of("AGENT_REQUEST")))
                .body("next", equalTo(null));
        given().queryParam("ticketId", ticket)
                .queryParam("state", "RESOLVED")
                .get("/v1/escalations")
                .then()
                .body("escalations", equalTo(List.of()));
    }

    @Test
    void qualityIsToldByAuthorWithTheShareOfRatedOnesAndTheTimeInEachLevel() {
        scored(1, Examples.aCase());
        String author = "agent-" + ticket;
        given().contentType(ContentType.JSON)
                .body(Map.of("ticketId", ticket, "by", author, "note", "needs a manager", "trigger", "SLA_BREACH"))
                .post("/v1/escalations")
                .then()
                .statusCode(201);
        await(EscalationChange.LEVEL_RAISED);
        activity("a1", ActivityKind.SOLVED, null);
        await(EscalationChange.RESOLVED);
        activity("a2", ActivityKind.RATED, 80);
        Escalation rated = escalations.await(ticket, Escalation.class, e -> "rated".equals(e.note()));

        String group = "groups.find { it.name == '" + author + "' }";
        given().queryParam("by", "AUTHOR")
                .get("/v1/escalations/quality")
                .then()
                .statusCode(200)
                .body(group + ".opened", equalTo(1))
                .body(group + ".resolved", equalTo(1))
                .body(group + ".rated", equalTo(1))
                .body(group + ".quality", equalTo(rated.qualityScore().floatValue()))
                .body("stays.find { it.state == 'OPEN' && it.level == 2 }.stays", greaterThan(0));
        given().queryParam("by", "PATH").get("/v1/escalations/quality").then().statusCode(200);
        given().queryParam("by", "TEAM").get("/v1/escalations/quality").then().statusCode(200);
        given().queryParam("by", "MOOD").get("/v1/escalations/quality").then().statusCode(404);
        given().queryParam("window", "long")
                .get("/v1/escalations/quality")
                .then()
                .statusCode(400);
    }

    @Test
    void solvedTicketTakesNoNewEscalation() {
        scored(1, Examples.aCase().of(Examples.anAnalysis().sentimentTurned().build()));
        await(EscalationChange.OPENED);
        activity("a1", ActivityKind.SOLVED, null);
        Escalation resolved = await(EscalationChange.RESOLVED);
        assertThat(resolved.state()).isEqualTo(EscalationState.RESOLVED);
        assertThat(resolved.qualityScore()).isNotNull();

        given().contentType(ContentType.JSON)
                .body(Map.of("ticketId", ticket, "by", "tom", "note", "again"))
                .post("/v1/escalations")
                .then()
                .statusCode(409);
    }

    private void scored(long version, dev.signalbox.testsupport.CaseExample example) {
        CaseFile file = example.version(version)
                .of(Examples.aTicket().id(ticket).createdAt(now).build())
                .asOf(now)
                .policy(policy)
                .targets(Duration.ofHours(1), Duration.ofHours(8))
                .scored();
        writer.write(Event.sequenced(Topic.TICKETS_SCORED, ticket, version, now, file));
    }

    private void escalate(long sequence, int level) {
        SlaAction action = new SlaAction(
                ticket,
                sequence,
                now,
                SlaActionKind.ESCALATE,
                ClockKind.FIRST_RESPONSE,
                1,
                level,
                1,
                "not accepted",
                level < 100,
                null,
                null,
                null);
        writer.write(Event.sequenced(Topic.SLA_ACTIONS, ticket, sequence, now, action));
    }

    private void activity(String id, ActivityKind kind, Object detail) {
        Integer rating = detail instanceof Integer number ? number : null;
        String text = detail instanceof String words ? words : null;
        Actor lena = new Actor(Actor.Kind.AGENT, "lena", null);
        Activity activity =
                new Activity(ticket, id, now.plusSeconds(1), kind, lena, true, text, null, null, null, rating, null);
        writer.write(Event.fact(Topic.TICKETS_ACTIVITY, ticket, ticket + id, now, activity));
    }

    private Escalation await(EscalationChange change) {
        return escalations.await(ticket, Escalation.class, e -> e.change() == change);
    }

    private List<Escalation> all() {
        return escalations.all(ticket, Escalation.class);
    }

    private void assertSequencesWithoutGap() {
        List<Long> sequences =
                all().stream().map(Escalation::sequence).distinct().toList();
        for (int i = 0; i < sequences.size(); i++) {
            assertThat(sequences.get(i)).isEqualTo(i + 1);
        }
    }
}

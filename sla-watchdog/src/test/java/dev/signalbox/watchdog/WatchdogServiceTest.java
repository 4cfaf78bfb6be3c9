package dev.signalbox.watchdog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service between its topics and its doors, on a real Kafka and a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class WatchdogServiceTest {

    private static final AtomicLong TICKETS = new AtomicLong();

    private static String policy;
    private static TopicWriter writer;
    private static TopicReader clocks;
    private static TopicReader actions;
    private static TopicReader timers;
    private static TopicReader quarantine;

    private final String ticket = "zendesk:watched-" + TICKETS.incrementAndGet();

    @BeforeAll
    static void open() {
        writer = TopicWriter.open();
        policy = PublishedPolicy.starter(writer);
        clocks = TopicReader.of(Topic.SLA_CLOCKS);
        actions = TopicReader.of(Topic.SLA_ACTIONS);
        timers = TopicReader.of(Topic.SLA_TIMERS);
        quarantine = TopicReader.of(Topic.TICKETS_QUARANTINE);
    }

    @AfterAll
    static void close() {
        writer.close();
        clocks.close();
        actions.close();
        timers.close();
        quarantine.close();
    }

    @Test
    void aScoredTicketRunsTwoClocksAndAnAnswerAndASolutionEndThem() {
        Instant created = Instant.now().minusSeconds(60);
        scored(created);
        ClockChange activated = awaitClock(ClockKind.FIRST_RESPONSE, ClockEvent.ACTIVATED);
        assertThat(activated.newDueAt()).isEqualTo(micros(created.plus(Duration.ofHours(4))));

        happened(ActivityKind.AGENT_REPLIED, created.plusSeconds(30));
        happened(ActivityKind.SOLVED, created.plusSeconds(40));

        assertThat(awaitClock(ClockKind.FIRST_RESPONSE, ClockEvent.FULFILLED).elapsed())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(awaitClock(ClockKind.RESOLUTION, ClockEvent.FULFILLED).at())
                .isEqualTo(micros(created.plusSeconds(40)));
        assertThat(changes().stream().map(ClockChange::sequence)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aDueLevelBecomesARecordAndThenAnAction() {
        scored(Instant.now().minus(Duration.ofHours(2)).minusSeconds(60));

        SlaTimer fired = timers.await(ticket, SlaTimer.class, timer -> true);
        assertThat(fired.level()).isEqualTo(50);
        assertThat(fired.lateBy()).isEqualTo(Duration.between(fired.dueAt(), fired.firedAt()));
        SlaAction action = actions.await(ticket, SlaAction.class, a -> true);
        assertThat(action.action()).isEqualTo(SlaActionKind.REOFFER);
        assertThat(action.clock()).isEqualTo(ClockKind.FIRST_RESPONSE);
        assertThat(action.predicted()).isTrue();
        assertThat(action.reason()).isEqualTo("QUEUED");
    }

    @Test
    void levelsThatWereMissedInADowntimeCollapseIntoTheHighest() {
        scored(Instant.now().minus(Duration.ofHours(9)));

        SlaAction action = actions.await(ticket, SlaAction.class, a -> true);
        assertThat(action.level()).isEqualTo(200);
        assertThat(action.action()).isEqualTo(SlaActionKind.ESCALATE);
        assertThat(changes().stream()
                        .filter(change -> change.level() != null)
                        .map(change -> change.kind() + " " + change.level() + " " + change.cause()))
                .containsExactly(
                        "SUPPRESSED 50 COLLAPSED",
                        "SUPPRESSED 75 COLLAPSED",
                        "SUPPRESSED 90 COLLAPSED",
                        "BREACHED 100 COLLAPSED",
                        "SUPPRESSED 150 COLLAPSED");
    }

    @Test
    void whatIsReadTwiceIsSaidOnce() {
        Instant created = Instant.now().minusSeconds(60);
        scored(created);
        scored(created);
        happened(ActivityKind.AGENT_REPLIED, created.plusSeconds(30));
        happened(ActivityKind.AGENT_REPLIED, created.plusSeconds(30));
        happened(ActivityKind.MERGED, created.plusSeconds(50));

        awaitClock(ClockKind.RESOLUTION, ClockEvent.CANCELLED);

        // what a batch holds is Kafka's choice, and with it the order between two clocks
        assertThat(changes().stream().map(ClockChange::kind))
                .containsExactlyInAnyOrder(
                        ClockEvent.ACTIVATED, ClockEvent.ACTIVATED, ClockEvent.FULFILLED, ClockEvent.CANCELLED);
        assertThat(changes().stream().map(ClockChange::sequence))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 4).boxed().toList());
    }

    @Test
    void anAnswerThatOvertookItsTicketCounts() {
        Instant created = Instant.now().minusSeconds(60);
        happened(ActivityKind.AGENT_REPLIED, created.plusSeconds(30));
        scored(created);

        assertThat(awaitClock(ClockKind.FIRST_RESPONSE, ClockEvent.FULFILLED).elapsed())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatAnOwnersFirstReplyTeachesIsKeptAndHoldsNobodyUp() {
        Instant created = Instant.now().minusSeconds(60);
        scored(created);
        accepted("lena", created.plusSeconds(10));
        happened(ActivityKind.AGENT_REPLIED, created.plusSeconds(30));
        happened(ActivityKind.SOLVED, created.plusSeconds(40));

        awaitClock(ClockKind.RESOLUTION, ClockEvent.FULFILLED);
    }

    @Test
    void aRecordThatNobodyCanReadHoldsNobodyUp() {
        writer.write(Topic.TICKETS_SCORED, ticket, Map.of(), "no json".getBytes(StandardCharsets.UTF_8));
        scored(Instant.now());

        awaitClock(ClockKind.RESOLUTION, ClockEvent.ACTIVATED);
        var kept = quarantine.await(record -> record.as(Quarantined.class).key().equals(ticket));
        assertThat(kept.as(Quarantined.class).reason().code()).isEqualTo("NOT_JSON");
    }

    @Test
    void theDoorShowsClocksWithEveryChange() {
        Instant created = Instant.now().minus(Duration.ofHours(9));
        scored(created);
        actions.await(ticket, SlaAction.class, a -> true);

        given().get("/v1/clocks/{id}", ticket)
                .then()
                .statusCode(200)
                .body("ticketId", equalTo(ticket))
                .body("clocks", hasSize(2))
                .body("clocks[0].clock", equalTo("FIRST_RESPONSE"))
                .body("clocks[0].state", equalTo("RUNNING"))
                .body("clocks[0].breached", equalTo(true))
                .body("clocks[0].levels.level", hasItem(200))
                .body("clocks[1].next.level", equalTo(50))
                .body("changes[0].kind", equalTo("ACTIVATED"))
                .body("changes[0].cause", equalTo("SCORED"));
    }

    @Test
    void theDoorTellsWhatWasBelievedAtAPastMomentAndWhatIsKnownOfItNow() {
        Instant created = Instant.now().minus(Duration.ofHours(1));
        scored(created);
        Instant then =
                awaitClock(ClockKind.FIRST_RESPONSE, ClockEvent.ACTIVATED).decidedAt();
        happened(ActivityKind.AGENT_REPLIED, created.plusSeconds(30));
        awaitClock(ClockKind.FIRST_RESPONSE, ClockEvent.FULFILLED);

        given().queryParam("at", then.toString())
                .get("/v1/clocks/{id}", ticket)
                .then()
                .statusCode(200)
                .body("at", equalTo(then.toString()))
                .body("believed.find { it.clock == 'FIRST_RESPONSE' }.state", equalTo("RUNNING"))
                .body("clocks.find { it.clock == 'FIRST_RESPONSE' }.state", equalTo("FULFILLED"))
                .body("believed", hasSize(2));
        given().queryParam("at", created.minusSeconds(1).toString())
                .get("/v1/clocks/{id}", ticket)
                .then()
                .statusCode(200)
                .body("clocks", hasSize(0))
                .body("believed", hasSize(0));
        given().queryParam("at", "yesterday")
                .get("/v1/clocks/{id}", ticket)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/at"));
        given().queryParam("at", Instant.now().plusSeconds(3600).toString())
                .get("/v1/clocks/{id}", ticket)
                .then()
                .statusCode(400);
    }

    @Test
    void theDoorLoosensAPromiseForANamedPersonWithAReason() {
        Instant created = micros(Instant.now().minusSeconds(60));
        scored(created);
        Instant due = awaitClock(ClockKind.RESOLUTION, ClockEvent.ACTIVATED).newDueAt();
        String later = due.plusSeconds(3600).toString();

        for (int time = 0; time < 2; time++) {
            loosen("RESOLUTION", later, "lena", "agreed with the customer")
                    .statusCode(200)
                    .body("dueAt", equalTo(later))
                    .body("clock", equalTo("RESOLUTION"));
        }

        ClockChange told =
                clocks.await(ticket, ClockChange.class, change -> change.cause().equals("LOOSENED"));
        assertThat(told.oldDueAt()).isEqualTo(due);
        assertThat(told.by()).isEqualTo("lena");
        assertThat(told.note()).isEqualTo("agreed with the customer");
        happened(ActivityKind.SOLVED, created.plusSeconds(90));
        awaitClock(ClockKind.RESOLUTION, ClockEvent.FULFILLED);
        assertThat(changes().stream().filter(change -> change.cause().equals("LOOSENED")))
                .hasSize(1);
    }

    @Test
    void theDoorLoosensNothingOtherwise() {
        scored(Instant.now().minus(Duration.ofHours(5)));
        Instant due = awaitClock(ClockKind.RESOLUTION, ClockEvent.ACTIVATED).newDueAt();
        String later = due.plusSeconds(3600).toString();

        loosen("RESOLUTION", due.toString(), "lena", "no later")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/dueAt"));
        loosen("FIRST_RESPONSE", later, "lena", "broken already").statusCode(409);
        loosen("NEXT_RESPONSE", later, "lena", "not started").statusCode(409);
        loosen("RESOLUTION", later, " ", "nobody").statusCode(400).body("errors[0].pointer", equalTo("/by"));
        given().contentType("application/json")
                .body("{}")
                .post("/v1/clocks/{id}/loosen", ticket)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/clock", "/dueAt", "/by", "/reason")));
        given().contentType("application/json")
                .body("{\"clock\": \"RESOLUTION\", \"dueAt\": \"" + later + "\", \"by\": \"lena\", \"reason\": \"?\"}")
                .post("/v1/clocks/zendesk:unheard-of/loosen")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse loosen(String clock, String dueAt, String by, String reason) {
        return given().contentType("application/json")
                .body(Map.of("clock", clock, "dueAt", dueAt, "by", by, "reason", reason))
                .post("/v1/clocks/{id}/loosen", ticket)
                .then();
    }

    @Test
    void theDoorListsWhatIsDueInPages() {
        Instant sixDaysAgo = Instant.now().minus(Duration.ofDays(6));
        scored(sixDaysAgo);
        actions.await(ticket, SlaAction.class, a -> true);

        String next = given().queryParam(
                        "dueBefore", sixDaysAgo.plus(Duration.ofHours(5)).toString())
                .queryParam("limit", 1)
                .get("/v1/clocks")
                .then()
                .statusCode(200)
                .body("clocks.ticketId", equalTo(List.of(ticket)))
                .body("clocks.clock", equalTo(List.of("FIRST_RESPONSE")))
                .extract()
                .path("next");
        given().queryParam("dueBefore", sixDaysAgo.plus(Duration.ofHours(5)).toString())
                .queryParam("after", next)
                .get("/v1/clocks")
                .then()
                .statusCode(200)
                .body("clocks", hasSize(0));
    }

    @Test
    void theDoorTellsHowGoodTheWarningsWere() {
        Instant created = Instant.now().minusSeconds(60);
        int kept = kept();
        scored(created);
        happened(ActivityKind.AGENT_REPLIED, created.plusSeconds(30));
        happened(ActivityKind.AGENT_REPLIED, created.plusSeconds(30));
        awaitClock(ClockKind.FIRST_RESPONSE, ClockEvent.FULFILLED);

        assertThat(kept()).isEqualTo(kept + 1);
        given().queryParam("days", 0).get("/v1/warnings").then().statusCode(400);
    }

    @Test
    void theDoorRefusesWhatItCannotAnswer() {
        given().get("/v1/clocks/zendesk:unheard-of").then().statusCode(404);
        given().get("/v1/clocks").then().statusCode(400).body("errors[0].pointer", equalTo("/dueBefore"));
        given().queryParam("dueBefore", "soon").get("/v1/clocks").then().statusCode(400);
        given().queryParam("dueBefore", "2026-11-22T09:00:00Z")
                .queryParam("limit", 0)
                .get("/v1/clocks")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/limit"));
    }

    private void scored(Instant created) {
        var known = Examples.aCase()
                .of(Examples.aTicket().id(ticket).createdAt(created).build())
                .asOf(created)
                .policy(policy)
                .scored();
        writer.write(Event.sequenced(Topic.TICKETS_SCORED, ticket, 1, created, known));
    }

    private void accepted(String agent, Instant at) {
        var routed = Examples.aCase()
                .of(Examples.aTicket().id(ticket).createdAt(at).build())
                .policy(policy)
                .scored()
                .routed(VirtualTicket.route(1, RouteDecision.ASSIGNED, RouteCause.ACCEPTED, agent, at, List.of(), at));
        writer.write(Event.sequenced(Topic.TICKETS_ROUTED, ticket, 1, at, routed));
    }

    private void happened(ActivityKind kind, Instant at) {
        String id = ticket + kind + at;
        var activity = new Activity(
                ticket,
                id,
                at,
                kind,
                new Actor(Actor.Kind.AGENT, "17", null),
                true,
                "Done.",
                null,
                null,
                null,
                null,
                null);
        writer.write(Event.fact(Topic.TICKETS_ACTIVITY, ticket, id, at, activity));
    }

    private static int kept() {
        return given().get("/v1/warnings")
                .then()
                .statusCode(200)
                .extract()
                .path("clocks.find { it.clock == 'FIRST_RESPONSE' }.keptUnwarned");
    }

    private ClockChange awaitClock(ClockKind clock, ClockEvent event) {
        return clocks.await(ticket, ClockChange.class, c -> c.clock() == clock && c.kind() == event);
    }

    private List<ClockChange> changes() {
        return clocks.all(ticket, ClockChange.class);
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}

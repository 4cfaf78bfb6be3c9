package dev.signalbox.escalation.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicRecord;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Endpoints of every temper, told by the running service and verified by a library that is not ours. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(EndpointPorts.class)
class DeliveryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TopicWriter writer = TopicWriter.open();
    private final List<Receiver> receivers = new ArrayList<>();
    private final Instant now = Instant.now();

    @AfterEach
    void close() {
        writer.close();
        receivers.forEach(Receiver::close);
    }

    @Test
    void receiverThatFailsNowAndThenIsToldEverythingInOrderAndSigned() {
        long seed = Long.getLong("signalbox.seed", System.nanoTime());
        System.out.println("signalbox.seed=" + seed);
        Random random = new Random(seed);
        Receiver flaky = receiver("flaky", (call, exchange) -> random.nextInt(10) < 3 ? 500 : 204);
        List<String> tickets = escalate("flaky", 40);

        awaitThatAllArrive(flaky, tickets);

        assertThat(flaky.calls()).allSatisfy(call -> {
            for (String secret : List.of(EndpointPorts.NEW_SECRET, EndpointPorts.OLD_SECRET)) {
                assertThatCode(() -> new Webhook(secret).verify(call.body(), lowerCase(call.headers())))
                        .doesNotThrowAnyException();
            }
        });
        assertThatEachEscalationCameInOrder(flaky);
    }

    @Test
    void receiverThatHangsHoldsNobodyElseUp() {
        CountDownLatch released = new CountDownLatch(1);
        Receiver hanging = receiver("hanging", (call, exchange) -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 200;
        });
        Receiver healthy = receiver("healthy", (call, exchange) -> 200);
        List<String> tickets = escalate("hanging", 20);

        awaitThatAllArrive(healthy, tickets);
        assertThat(hanging.taken()).isEmpty();
        released.countDown();

        awaitThatAllArrive(hanging, tickets);
        assertThatEachEscalationCameInOrder(hanging);
    }

    @Test
    void endpointThatIsGoneIsLeftAloneUntilSomebodyEnablesIt() {
        Receiver gone = receiver("gone", (call, exchange) -> 410);
        List<String> tickets = escalate("gone", 3);
        await(
                "disabled",
                () -> given().get("/v1/endpoints").path("find { it.name == 'gone' }.disabledBecause") != null);
        int asked = gone.calls().size();
        gone.behaves((call, exchange) -> 200);
        assertThat(gone.taken()).isEmpty();

        given().post("/v1/endpoints/gone/enable").then().statusCode(204);

        awaitThatAllArrive(gone, tickets);
        assertThat(gone.calls()).hasSize(asked + gone.taken().size());
        given().post("/v1/endpoints/nobody/enable").then().statusCode(404);
    }

    @Test
    void deadEndpointGetsAThousandEscalationsInOrderOnceItIsBackWhileTheOtherIsServed() {
        Receiver healthy = receiver("healthy", (call, exchange) -> 200);
        long before = usedHeap();
        List<String> tickets = escalate("dead", 1_000);
        awaitThatAllArrive(healthy, tickets);
        long waiting = given().get("/v1/endpoints").jsonPath().getLong("find { it.name == 'dead' }.waiting");
        System.out.printf(
                "a dead endpoint has %d deliveries waiting; heap in use %d MB before, %d MB now%n",
                waiting, before >> 20, usedHeap() >> 20);
        assertThat(waiting).isGreaterThanOrEqualTo(2_000);

        Receiver dead = receiver("dead", (call, exchange) -> 200);

        awaitThatAllArrive(dead, tickets);
        assertThatEachEscalationCameInOrder(dead);
        assertThat(dead.mostUnderWay()).isLessThanOrEqualTo(8);
    }

    @Test
    void endpointThatAsksToWaitIsNotAskedBeforeThat() {
        Receiver patient = receiver("patient", (call, exchange) -> {
            exchange.getResponseHeaders().add("Retry-After", "3");
            return 503;
        });
        List<String> tickets = escalate("patient", 1);
        await("a first attempt", () -> !patient.calls().isEmpty());
        patient.behaves((call, exchange) -> 200);
        awaitThatAllArrive(patient, tickets);

        List<String> attempts = given().queryParam("endpoint", "patient")
                .get("/v1/deliveries")
                .path("deliveries.find { it.attempts > 1 }.log.at");
        assertThat(Duration.between(Instant.parse(attempts.get(0)), Instant.parse(attempts.get(1))))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatWaitsBehindAnotherChangeIsNotDueBeforeIt() {
        Receiver patient = receiver("patient", (call, exchange) -> {
            exchange.getResponseHeaders().add("Retry-After", "10");
            return 503;
        });
        List<String> tickets = escalate("patient", 3);
        await(
                "reports of the first attempts",
                () -> tickets.stream()
                        .allMatch(ticket -> !deliveries("patient", ticket)
                                .getList("log[-1]")
                                .isEmpty()));

        assertThat(tickets).allSatisfy(ticket -> {
            List<String> newestFirst = deliveries("patient", ticket).getList("dueAt");
            assertThat(newestFirst)
                    .hasSize(2)
                    .extracting(Instant::parse)
                    .isSortedAccordingTo(Comparator.reverseOrder());
        });
        patient.behaves((call, exchange) -> 200);
        awaitThatAllArrive(patient, tickets);
        assertThatEachEscalationCameInOrder(patient);
    }

    @Test
    void messageThatIsRejectedIsGivenUpButTheEndOfAnEscalationNever() {
        AtomicInteger ends = new AtomicInteger();
        Receiver choosy = receiver(
                "choosy",
                (call, exchange) -> call.body().contains("\"resolve\"") && ends.incrementAndGet() > 2 ? 202 : 400);
        escalate("choosy", 1);
        await("the end", () -> !choosy.taken().isEmpty());

        given().queryParam("endpoint", "choosy")
                .queryParam("state", "FAILED")
                .get("/v1/deliveries")
                .then()
                .statusCode(200)
                .body("deliveries.change", equalTo(List.of("OPENED")))
                .body("deliveries[0].attempts", equalTo(1))
                .body("deliveries[0].log[0].status", equalTo(400))
                .body("deliveries[0].log[0].problem", equalTo("REJECTED: status 400"));
        String page = given().queryParam("endpoint", "choosy")
                .queryParam("limit", 1)
                .get("/v1/deliveries")
                .then()
                .body("deliveries.change", equalTo(List.of("RESOLVED")))
                .extract()
                .path("next")
                .toString();
        Number opened = given().queryParam("endpoint", "choosy")
                .queryParam("after", page)
                .get("/v1/deliveries")
                .path("deliveries[0].id");
        choosy.behaves((call, exchange) -> 202);

        given().post("/v1/deliveries/{id}/redeliver", opened).then().statusCode(202);

        await("the redelivery", () -> choosy.taken().size() == 2);
        assertThat(choosy.taken().get(1).json().path("event_action").textValue())
                .isEqualTo("trigger");
        given().post("/v1/deliveries/0/redeliver").then().statusCode(404);
        given().queryParam("limit", 501).get("/v1/deliveries").then().statusCode(400);
    }

    /** Newest first. */
    private static JsonPath deliveries(String endpoint, String ticket) {
        return given().queryParam("endpoint", endpoint)
                .get("/v1/deliveries")
                .jsonPath()
                .setRootPath("deliveries.findAll { it.ticketId == '" + ticket + "' }");
    }

    private Receiver receiver(String endpoint, Receiver.Behaviour behaviour) {
        URI url = ConfigProvider.getConfig().getValue(EndpointPorts.key(endpoint, "url"), URI.class);
        Receiver receiver = Receiver.at(new InetSocketAddress(url.getHost(), url.getPort()), behaviour);
        receivers.add(receiver);
        return receiver;
    }

    /** Tickets of an account, each escalated and solved. */
    private List<String> escalate(String account, int count) {
        String policy = PublishedPolicy.active(writer, PolicyDocument.resource("/policies/starter.yaml"));
        List<String> tickets = IntStream.range(0, count)
                .mapToObj(i -> account + ":" + UUID.randomUUID())
                .toList();
        for (String id : tickets) {
            var file = Examples.aCase()
                    .of(Examples.aTicket().id(id).createdAt(now).build())
                    .of(Examples.anAnalysis().sentimentTurned().build())
                    .of(Examples.anAccount().id(account).build().asAccount(1))
                    .asOf(now)
                    .policy(policy)
                    .scored();
            writer.write(Event.sequenced(Topic.TICKETS_SCORED, id, 1, now, file));
        }
        awaitChanges(tickets, 1);
        Actor lena = new Actor(Actor.Kind.AGENT, "lena", null);
        for (String id : tickets) {
            var solved = new Activity(
                    id, "s", now.plusSeconds(1), ActivityKind.SOLVED, lena, true, null, null, null, null, null, null);
            writer.write(Event.fact(Topic.TICKETS_ACTIVITY, id, id + "s", now, solved));
        }
        awaitChanges(tickets, 2);
        return tickets;
    }

    private static void awaitChanges(List<String> tickets, int each) {
        Set<String> wanted = Set.copyOf(tickets);
        try (TopicReader reader = TopicReader.of(Topic.ESCALATIONS)) {
            await(
                    "changes of " + tickets.size() + " tickets",
                    () -> ids(reader, wanted).size() >= each * tickets.size());
        }
    }

    private static Set<String> ids(TopicReader reader, Set<String> tickets) {
        return reader.all().stream()
                .filter(record -> tickets.contains(record.key()))
                .map(record -> record.headers().get("ce_id"))
                .collect(Collectors.toSet());
    }

    /** Every event of the topic under its own id and with its own content. */
    private static void awaitThatAllArrive(Receiver receiver, List<String> tickets) {
        Map<String, JsonNode> expected = new HashMap<>();
        try (TopicReader reader = TopicReader.of(Topic.ESCALATIONS)) {
            for (TopicRecord record : reader.all()) {
                if (tickets.contains(record.key())) {
                    expected.put(record.headers().get("ce_id"), Json.tree(record.value()));
                }
            }
        }
        await(
                "all deliveries",
                () -> receiver.taken().stream()
                        .map(Receiver.Call::id)
                        .collect(Collectors.toSet())
                        .containsAll(expected.keySet()));
        assertThat(receiver.taken())
                .allSatisfy(call -> assertThat(call.json().path("data")).isEqualTo(expected.get(call.id())));
    }

    private static void assertThatEachEscalationCameInOrder(Receiver receiver) {
        Map<String, List<Long>> sequences = new LinkedHashMap<>();
        for (Receiver.Call call : receiver.taken()) {
            JsonNode data = call.json().path("data");
            sequences
                    .computeIfAbsent(data.path("id").textValue(), id -> new ArrayList<>())
                    .add(data.path("sequence").longValue());
        }
        assertThat(sequences.values())
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told).isSorted());
    }

    private static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
        Map<String, List<String>> lower = new HashMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), values));
        return lower;
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .pollInSameThread()
                .until(condition);
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

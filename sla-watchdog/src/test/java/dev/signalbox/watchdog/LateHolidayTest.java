package dev.signalbox.watchdog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A holiday is added while clocks run, on a real Kafka and a real PostgreSQL. Every day counts, in UTC, except holidays. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@TestProfile(LateHolidayTest.SmallTransactions.class)
class LateHolidayTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final String EVERY_DAY = new String(
                    PolicyDocument.resource("/policies/starter.yaml"), StandardCharsets.UTF_8)
            .replace("zone: Europe/Berlin", "zone: UTC")
            .replaceFirst(
                    "- \\{days: \\[MONDAY.*",
                    "- {days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY], from: \"00:00\", to: \"00:00\"}");
    private static final List<String> FAILS_AT_TIMES = List.of(
            "create sequence failures",
            """
            create function fail_at_times() returns trigger language plpgsql as $$
            begin
                if nextval('failures') in (2, 3, 5) then raise exception 'the watchdog is killed'; end if;
                return new;
            end $$""",
            "create trigger fails_at_times before update on recount for each row execute function fail_at_times()");
    private static final List<String> FAILS_NO_MORE =
            List.of("drop trigger fails_at_times on recount", "drop function fail_at_times", "drop sequence failures");

    private static TopicWriter writer;
    private static TopicReader clocks;

    @Inject
    Transactions transactions;

    /** Many transactions for few tickets. */
    public static final class SmallTransactions implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("signalbox.watchdog.recount-batch", "2", "signalbox.watchdog.recount-again-after", "PT0.1S");
        }
    }

    @BeforeAll
    static void open() {
        writer = TopicWriter.open();
        clocks = TopicReader.of(Topic.SLA_CLOCKS);
    }

    @AfterAll
    static void close() {
        PublishedPolicy.starter(writer);
        writer.close();
        clocks.close();
    }

    /** Counting all of other tests' tickets anew, two in a transaction, would take minutes. */
    @BeforeEach
    void ticketsOfOtherTestsAreForgotten() {
        query("delete from watch where ticket_id not like 'late:%'");
    }

    @AfterEach
    void theHolidayIsOver(TestInfo test) {
        everyDayCounts(test);
    }

    @Test
    void lateHolidayMovesTheDeadlinesBehindItAndNoOther(TestInfo test) {
        String counting = everyDayCounts(test);
        scored("late:touched", counting, THREE_DAYS);
        scored("late:untouched", counting, A_DAY);
        ClockChange promised = activated("late:touched");
        activated("late:untouched");

        String holiday = holidayInTwoDays(test);
        ClockChange moved = moved("late:touched");
        awaitRecount(holiday);

        assertThat(moved.kind()).isEqualTo(ClockEvent.RETARGETED);
        assertThat(moved.clock()).isEqualTo(ClockKind.RESOLUTION);
        assertThat(moved.oldDueAt()).isEqualTo(promised.newDueAt());
        assertThat(moved.newDueAt()).isEqualTo(promised.newDueAt().plus(A_DAY));
        assertThat(moved.skippedDays()).containsExactly(inTwoDays());
        assertThat(moved.policyVersion()).isEqualTo(holiday);
        assertThat(moved.elapsed().plus(moved.remaining())).isEqualTo(THREE_DAYS);
        assertThat(clocks.all("late:touched", ClockChange.class)).hasSize(3);
        assertThat(clocks.all("late:untouched", ClockChange.class)).hasSize(2);
        assertThat(transactions
                        .run(work -> work.query(
                                "select state::jsonb->>'clockSequence' as told from watch where ticket_id = 'late:untouched'"
                                        + " and state::jsonb->'facts'->'calendars' = '[]'",
                                Tuple.tuple()))
                        .await()
                        .atMost(LONG_ENOUGH)
                        .size())
                .isEqualTo(1);
    }

    @Test
    void pastMomentIsAnsweredAsItWasBelievedAndAsItIsRightNow(TestInfo test) {
        scored("late:asked", everyDayCounts(test), THREE_DAYS);
        ClockChange promised = activated("late:asked");

        holidayInTwoDays(test);
        Instant rightNow = moved("late:asked").newDueAt();

        given().queryParam("at", promised.decidedAt().toString())
                .get("/v1/clocks/{id}", "late:asked")
                .then()
                .statusCode(200)
                .body(
                        "believed.find { it.clock == 'RESOLUTION' }.dueAt",
                        equalTo(promised.newDueAt().toString()))
                .body("clocks.find { it.clock == 'RESOLUTION' }.dueAt", equalTo(rightNow.toString()));
        given().get("/v1/clocks/{id}", "late:asked")
                .then()
                .statusCode(200)
                .body("clocks.find { it.clock == 'RESOLUTION' }.dueAt", equalTo(rightNow.toString()));
    }

    @Test
    void countingThatIsKilledGoesOnAndTellsEveryTicketOnce(TestInfo test) {
        String counting = everyDayCounts(test);
        List<String> tickets =
                IntStream.range(0, 9).mapToObj(i -> "late:killed-" + i).toList();
        tickets.forEach(ticket -> scored(ticket, counting, THREE_DAYS));
        tickets.forEach(LateHolidayTest::activated);
        FAILS_AT_TIMES.forEach(this::query);

        try {
            String holiday = holidayInTwoDays(test);
            awaitRecount(holiday);
        } finally {
            FAILS_NO_MORE.forEach(this::query);
        }

        tickets.forEach(ticket -> assertThat(clocks.all(ticket, ClockChange.class))
                .extracting(ClockChange::cause)
                .containsExactly("SCORED", "SCORED", "HOLIDAYS_CHANGED"));
    }

    @Test
    void pausedClockTakesALateHolidayUpWhenItGoesOn(TestInfo test) {
        scored("late:paused", everyDayCounts(test), THREE_DAYS);
        ClockChange promised = activated("late:paused");
        happened("late:paused", ActivityKind.AGENT_REPLIED, "PENDING");
        clocks.await("late:paused", ClockChange.class, change -> change.kind() == ClockEvent.PAUSED);

        awaitRecount(holidayInTwoDays(test));
        assertThat(clocks.all("late:paused", ClockChange.class))
                .noneMatch(change -> change.cause().equals("HOLIDAYS_CHANGED"));
        happened("late:paused", ActivityKind.STATUS_CHANGED, "OPEN");

        ClockChange resumed =
                clocks.await("late:paused", ClockChange.class, change -> change.kind() == ClockEvent.RESUMED);
        assertThat(resumed.newDueAt()).isAfterOrEqualTo(promised.newDueAt().plus(A_DAY));
    }

    @Test
    void ticketThatWasScoredByTheOldPolicyAfterwardsCountsByTheNewCalendarsAtOnce(TestInfo test) {
        String counting = everyDayCounts(test);
        String holiday = holidayInTwoDays(test);
        awaitRecount(holiday);

        scored("late:behind", counting, THREE_DAYS);

        assertThat(moved("late:behind").policyVersion()).isEqualTo(holiday);
    }

    private String everyDayCounts(TestInfo test) {
        return active(test, EVERY_DAY);
    }

    private String holidayInTwoDays(TestInfo test) {
        return active(test, EVERY_DAY.replace("holidays: []", "holidays: [" + inTwoDays() + "]"));
    }

    private static LocalDate inTwoDays() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(2);
    }

    /** A policy of the test's own: tickets of other tests count by others. */
    private String active(TestInfo test, String document) {
        String own = document + "\n# " + test.getDisplayName() + "\n";
        String hash = PublishedPolicy.active(writer, own.getBytes(StandardCharsets.UTF_8));
        await().atMost(LONG_ENOUGH).until(() -> entered(hash));
        return hash;
    }

    private boolean entered(String hash) {
        return rows("select 1 from recount where policy = $1", Tuple.of(hash)).size() > 0;
    }

    private void awaitRecount(String hash) {
        await().atMost(LONG_ENOUGH)
                .until(() -> rows("select 1 from recount where policy = $1 and ended_at is not null", Tuple.of(hash))
                                .size()
                        > 0);
    }

    private RowSet<Row> rows(String sql, Tuple arguments) {
        return transactions.run(work -> work.query(sql, arguments)).await().atMost(LONG_ENOUGH);
    }

    private void query(String sql) {
        rows(sql, Tuple.tuple());
    }

    private static void scored(String ticket, String policy, Duration resolution) {
        Instant created = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var scored = Examples.aCase()
                .of(Examples.aTicket().id(ticket).createdAt(created).build())
                .asOf(created)
                .policy(policy)
                .targets(Duration.ofHours(4), resolution)
                .calendar("support")
                .scored();
        writer.write(Event.sequenced(Topic.TICKETS_SCORED, ticket, 1, created, scored));
    }

    private static void happened(String ticket, ActivityKind kind, String status) {
        String id = ticket + kind + status;
        Instant at = Instant.now();
        var activity = new Activity(
                ticket,
                id,
                at,
                kind,
                new Actor(Actor.Kind.AGENT, "17", null),
                true,
                null,
                TicketStatus.valueOf(status),
                null,
                null,
                null,
                null);
        writer.write(Event.fact(Topic.TICKETS_ACTIVITY, ticket, id, at, activity));
    }

    private static ClockChange activated(String ticket) {
        return clocks.await(
                ticket,
                ClockChange.class,
                change -> change.clock() == ClockKind.RESOLUTION && change.kind() == ClockEvent.ACTIVATED);
    }

    private static ClockChange moved(String ticket) {
        return clocks.await(ticket, ClockChange.class, change -> change.cause().equals("HOLIDAYS_CHANGED"));
    }
}

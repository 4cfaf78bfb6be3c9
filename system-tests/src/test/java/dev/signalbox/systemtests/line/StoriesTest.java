package dev.signalbox.systemtests.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.local.StackPorts;
import dev.signalbox.local.policy.TicketLog;
import dev.signalbox.local.policy.WhatIf;
import dev.signalbox.local.story.StoryLine;
import dev.signalbox.local.story.StoryLine.Station;
import dev.signalbox.local.story.Wording;
import dev.signalbox.testsupport.Checkout;
import dev.signalbox.testsupport.Examples;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Tickets on their whole way through the built services, as {@code ./signalbox explain} tells of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoriesTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final List<AgentProfile> AGENTS = List.of(
            Examples.anAgent()
                    .id("lena")
                    .tier(SupportTier.T2)
                    .senior()
                    .skill("billing", 5)
                    .build(),
            Examples.anAgent()
                    .id("sam")
                    .tier(SupportTier.T2)
                    .senior()
                    .skill("security", 5)
                    .build(),
            Examples.anAgent()
                    .id("tom")
                    .tier(SupportTier.T1)
                    .skill("technical", 4)
                    .build());

    private static final int MORE_THAN_THEY_CAN_CARRY = 40;
    private static final int STILL_WAITING = 10;
    private static final long LOOK_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> SUBJECTS = List.of(
            "Question about our invoice", "Cannot log in", "Export fails with an error", "Urgent: security question");
    private static final List<String> BODIES = List.of(
            "Why is VAT on the invoice twice?",
            "My password is not accepted any more, how do I reset it?",
            "The API answers with error 500 since this morning. Nobody in our department can work.");
    private static final List<String> REQUESTERS = List.of(
            "ann@acme.example", "bob@globex.example", "eve@initech.example", "joe@unknown.example", "kim@acme.example");

    private static RunningLine line;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        line = RunningLine.start(data, Checkout.root(), StackPorts.free());
        line.publish(
                Topic.ACCOUNTS,
                "acme",
                Examples.anAccount()
                        .id("acme")
                        .plan(PlanTier.ENTERPRISE)
                        .arr(200_000)
                        .health(60)
                        .renewal(TODAY.plusDays(20))
                        .build());
        line.publish(
                Topic.ACCOUNTS,
                "globex",
                Examples.anAccount()
                        .id("globex")
                        .plan(PlanTier.PRO)
                        .arr(30_000)
                        .health(75)
                        .renewal(TODAY.plusDays(200))
                        .build());
        line.publish(
                Topic.ACCOUNTS,
                "initech",
                Examples.anAccount()
                        .id("initech")
                        .plan(PlanTier.BASIC)
                        .arr(3_000)
                        .health(80)
                        .renewal(TODAY.plusDays(200))
                        .build());
        line.bringOnline(AGENTS);
    }

    @AfterAll
    static void stop() {
        line.close();
    }

    @Test
    void aBillingQuestionInTheRenewalWindowIsLiftedToHighAndGoesToASeniorSpecialistOfBilling() {
        String ticket = line.say("""
                {"subject": "Question about our invoice", "body": "Why is VAT on the invoice twice?",
                 "requester": {"email": "ann@acme.example"}}""");

        List<StoryLine> story = line.storyOf(ticket, Station.ROUTING);

        assertThat(told(story, Station.SCORING))
                .contains("Priority 70.00, band HIGH")
                .contains("27.00 revenue + 16.00 churn risk")
                .contains("10.00 renewal")
                .contains("70.00 by RENEWAL_WINDOW")
                .contains("first response within 1 h");
        assertThat(told(story, Station.ROUTING)).contains("Assigned to lena (T2, queue billing)");
    }

    @Test
    void lockingOutAnEmployeeWhoWasLetGoOnAFridayEveningIsUrgentAroundTheClockAndNeverSelfService() {
        Instant friday = lastFridayEvening();
        String ticket = line.say("""
                {"subject": "Lock an account now", "body": "Please lock the account of an employee we let go today.",
                 "requester": {"email": "bob@globex.example"}, "createdAt": "%s"}""".formatted(friday));

        List<StoryLine> story = line.storyOf(ticket, Station.ROUTING);

        assertThat(told(story, Station.ENRICHMENT)).contains("somebody's access has to be taken away");
        assertThat(told(story, Station.SCORING))
                .contains("70.00 by ACCESS_REVOCATION", "band HIGH", "calendar 24x7")
                // half an hour before the support calendar closes until Monday
                .contains("first response within 1 h, so at", Wording.time(friday.plus(Duration.ofHours(1))));
        assertThat(told(story, Station.ROUTING)).contains("Assigned to sam (T2, queue security)");
    }

    @Test
    void aTotalOutageOfASmallCustomerIsCriticalAndAnsweredWithinFifteenMinutes() {
        String ticket = line.say("""
                {"subject": "Everything is down", "body": "The whole platform is down for all our users, nobody can work.",
                 "requester": {"email": "eve@initech.example"}}""");

        List<StoryLine> story = line.storyOf(ticket, Station.ROUTING);

        assertThat(told(story, Station.ENRICHMENT)).contains("a total outage");
        assertThat(told(story, Station.SCORING)).contains("90.00 by TOTAL_OUTAGE", "band CRITICAL", "within 15 min");
        assertThat(told(story, Station.ROUTING)).contains("(T2", "who is alerted");
    }

    /** The words name five other matters, so the classifier is less than half sure; what is hard stays hard. */
    @Test
    void aTotalOutageThatTheClassifierHardlyUnderstandsIsCriticalAllTheSameAndReviewedBesideTheRouting() {
        String ticket = line.say("""
                {"subject": "Refund, login, webhook, invoice", "body": "Everything is down for all users: invoice export, \
                password reset, API keys, user seats.", "requester": {"email": "eve@initech.example"}}""");

        List<StoryLine> story = line.storyOf(ticket, Station.ROUTING);

        assertThat(told(story, Station.ENRICHMENT))
                .containsPattern("4\\d % sure, too unsure: a person is asked")
                .contains("a total outage");
        assertThat(told(story, Station.SCORING)).contains("90.00 by TOTAL_OUTAGE", "band CRITICAL", "within 15 min");
        assertThat(told(story, Station.ROUTING)).contains("(T2", "who is alerted");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theActivePolicyDecidesTheLogOfTheServicesAgainAsItWas() throws InterruptedException {
        Set<String> open = new HashSet<>();
        for (int i = 0; i < MORE_THAN_THEY_CAN_CARRY; i++) {
            open.add(line.say("""
                    {"subject": "%s", "body": "%s", "requester": {"email": "%s"}}""".formatted(
                            SUBJECTS.get(i % SUBJECTS.size()),
                            BODIES.get(i % BODIES.size()),
                            REQUESTERS.get(i % REQUESTERS.size()))));
        }
        TicketLog log = line.log();
        for (long deadline = System.nanoTime() + PATIENCE.toNanos(); open.size() > STILL_WAITING; log = line.log()) {
            assertThat(System.nanoTime()).as(() -> "time to serve " + open).isLessThan(deadline);
            log.routed().stream()
                    .filter(file -> file.route().decision() == RouteDecision.ASSIGNED)
                    .filter(file -> open.remove(file.ticket().id()))
                    .forEach(file -> line.solve(file.ticket().id(), file.route().agentId()));
            Thread.sleep(LOOK_MILLIS);
        }
        PolicyDocument starter = PolicyDocument.starter();

        WhatIf whatIf =
                new WhatIf(log, hash -> hash.equals(starter.hash()) ? Optional.of(starter) : Optional.empty(), starter);

        assertThat(whatIf.different()).isEmpty();
        assertThat(whatIf.choicesNotAlike()).isZero();
        assertThat(whatIf.choices()).isGreaterThan(MORE_THAN_THEY_CAN_CARRY);
        assertThat(log.routed()).anySatisfy(file -> {
            assertThat(file.route().decision()).isEqualTo(RouteDecision.ASSIGNED);
            assertThat(file.route().sequence()).as("waited before").isGreaterThan(1);
        });
    }

    @Test
    void aCanaryComesAllTheWayAndBurdensNobody() throws Exception {
        List<StoryLine> story = line.storyOf(line.awaitCanary(), Station.WATCHDOG);

        assertThat(told(story, Station.ROUTING)).doesNotContain("Assigned").doesNotContain("Waiting");
        assertThat(story).noneMatch(told -> told.who() == Station.ESCALATION || told.who() == Station.QUARANTINE);
        assertThat(told(story, Station.WATCHDOG))
                .contains("because of IMPORTED")
                .doesNotContain("started");
    }

    /** 17:30 in the zone of the starter policy's support calendar; too young to count as old. */
    private static Instant lastFridayEvening() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/Berlin"));
        ZonedDateTime friday =
                now.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY)).with(LocalTime.of(17, 30));
        return (friday.isAfter(now) ? friday.minusWeeks(1) : friday).toInstant();
    }

    private static String told(List<StoryLine> story, Station by) {
        StringBuilder words = new StringBuilder();
        for (StoryLine line : story) {
            if (line.who() == by) {
                words.append(line.what()).append('\n');
                line.why().forEach(why -> words.append("  ").append(why).append('\n'));
            }
        }
        return words.toString();
    }
}

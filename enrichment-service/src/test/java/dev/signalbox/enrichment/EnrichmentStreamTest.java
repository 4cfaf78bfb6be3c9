package dev.signalbox.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Impact;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Review;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.Topic;
import dev.signalbox.contracts.Urgency;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.PublishedPolicy;
import dev.signalbox.testsupport.TicketExample;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicRecord;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class EnrichmentStreamTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final TopicWriter topics = TopicWriter.open();
    private final TopicReader enriched = TopicReader.of(Topic.TICKETS_ENRICHED);
    private final TopicReader quarantine = TopicReader.of(Topic.TICKETS_QUARANTINE);
    private final String company = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final String id = "zendesk:" + UUID.randomUUID();
    private String policy;

    @BeforeEach
    void publishThePolicy() {
        policy = PublishedPolicy.starter(topics);
    }

    @AfterEach
    void close() {
        topics.close();
        enriched.close();
        quarantine.close();
    }

    @Test
    void ticketOfAKnownAccountGetsVersionOneWithAccountAndAnalysis() {
        topics.write(
                Topic.ACCOUNTS,
                company,
                Examples.anAccount().id(company).arr(200_000).health(60).build());
        Ticket ticket = ticket().saying("Total outage", "Nobody can log in.").build();
        topics.write(raw(ticket).within(TRACE));

        CaseFile known = enriched.await(id, CaseFile.class, c -> c.account().known());
        List<CaseFile> all = versions();

        assertThat(all.get(0).ticket()).isEqualTo(ticket);
        assertThat(all.get(0).policyVersion()).isEqualTo(policy);
        assertThat(known.account().id()).isEqualTo(company);
        assertThat(known.account().arr()).isEqualTo(200_000);
        assertThat(known.account().openTickets()).isEqualTo(1);
        assertThat(known.analysis().severity()).isEqualTo(Severity.P1);
        assertThat(known.analysis().totalOutage()).isTrue();
        assertThat(known.analysis().intent()).isEqualTo("outage");
        assertThat(known.analysis().modelVersion()).startsWith("intents-");
        assertThat(known.analysis().deflectionRefusals()).contains("ARR_AT_LEAST_100000", "SEVERITY_P1");
        TopicRecord first = enriched.await(r -> id.equals(r.key()));
        assertThat(first.headers())
                .containsEntry("ce_id", EventIds.of(Topic.TICKETS_ENRICHED, id, 1))
                .containsEntry("ce_sequence", "1")
                .containsEntry("traceparent", TRACE);
    }

    @Test
    void ticketOfAnUnknownCompanyIsEnrichedAgainWhenItBecomesKnownAndWhenItsHealthChanges() {
        topics.write(raw(ticket().organization("org-" + company)
                .from("ann@elsewhere.example")
                .build()));
        CaseFile unknown = awaitVersion(1);
        assertThat(unknown.account()).isEqualTo(Account.UNKNOWN);

        topics.write(
                Topic.ACCOUNTS,
                company,
                Examples.anAccount()
                        .id(company)
                        .externalId("zendesk", "org-" + company)
                        .build());
        assertThat(awaitVersion(2).account().id()).isEqualTo(company);

        topics.write(
                Topic.ACCOUNTS,
                company,
                Examples.anAccount()
                        .id(company)
                        .externalId("zendesk", "org-" + company)
                        .health(30)
                        .build());
        assertThat(awaitVersion(3).account().health()).isEqualTo(30);

        topics.write(Topic.ACCOUNTS, company, null);
        assertThat(awaitVersion(4).account().known()).isFalse();
    }

    @Test
    void solvedTicketIsNotEnrichedAgainByItsAccount() {
        topics.write(raw(ticket().status(TicketStatus.SOLVED).build()));
        awaitVersion(1);
        String other = "zendesk:" + UUID.randomUUID();
        topics.write(raw(ticket().id(other).build()));
        enriched.await(other, CaseFile.class, c -> c.version() == 1);

        topics.write(Topic.ACCOUNTS, company, Examples.anAccount().id(company).build());
        enriched.await(other, CaseFile.class, c -> c.version() == 2);

        assertThat(versions()).hasSize(1);
    }

    @Test
    void repetitionsAndOlderSnapshotsChangeNothingAndNewerOnesMakeVersions() {
        Ticket first = ticket().build();
        Ticket older = ticket().saying("Older", "text")
                .updatedAt(Examples.NOW.minusSeconds(60))
                .build();
        Ticket newer = ticket().saying("Newer", "Nobody can log in")
                .updatedAt(Examples.NOW.plusSeconds(60))
                .build();
        topics.write(raw(first));
        awaitVersion(1);
        topics.write(raw(first));
        topics.write(raw(older));
        topics.write(raw(newer));
        CaseFile second = awaitVersion(2);
        topics.write(raw(newer));
        topics.write(activity("a1", 120, ActivityKind.CUSTOMER_REPLIED, "This is unacceptable, I am furious!"));
        CaseFile third = awaitVersion(3);
        topics.write(activity("a1", 120, ActivityKind.CUSTOMER_REPLIED, "This is unacceptable, I am furious!"));
        topics.write(activity("a2", 180, ActivityKind.AGENT_REPLIED, "We are on it."));
        topics.write(activity("a3", 240, ActivityKind.CUSTOMER_REPLIED, "Thank you"));
        awaitVersion(4);

        assertThat(second.ticket().subject()).isEqualTo("Newer");
        assertThat(second.analysis().sentimentTurned()).isFalse();
        assertThat(third.analysis().sentimentTurned()).isTrue();
        assertThat(versions().stream().map(CaseFile::version).toList())
                .isEqualTo(LongStream.rangeClosed(1, 4).boxed().toList());
    }

    @Test
    void activityThatOvertakesItsTicketIsPartOfVersionOne() {
        topics.write(activity("early", 60, ActivityKind.CUSTOMER_REPLIED, "We lost all our data"));
        topics.write(activity("early-status", 61, ActivityKind.STATUS_CHANGED, null));
        topics.write(raw(ticket().build()));

        CaseFile first = awaitVersion(1);
        topics.write(activity("later", 90, ActivityKind.CUSTOMER_REPLIED, "Any news?"));
        CaseFile last = awaitVersion(2);

        assertThat(last.analysis().hardRules()).containsExactly("DATA_LOSS");
        assertThat(first.version()).isEqualTo(1);
    }

    @Test
    void activityOfATicketThatNeverComesGoesToQuarantine() {
        topics.write(activity("lonely", 60, ActivityKind.CUSTOMER_REPLIED, "Hello?"));

        TopicRecord record = quarantine.await(r -> id.equals(r.key()));
        Quarantined quarantined = record.as(Quarantined.class);

        assertThat(quarantined.reason().code()).isEqualTo("UNKNOWN_TICKET");
        assertThat(quarantined.topic()).isEqualTo("tickets.activity");
        assertThat(new String(quarantined.payload(), UTF_8)).contains("lonely");
    }

    @Test
    void reviewOverridesAndStaysWhenTheCustomerWritesAgain() {
        topics.write(
                raw(ticket().saying("Frobnicate", "The frobnicator is odd.").build()));
        CaseFile guessed = awaitVersion(1);
        topics.write(Event.sequenced(
                Topic.REVIEWS,
                id,
                1,
                Examples.NOW,
                new Review(id, 1, Examples.NOW, "lena", "TECHNICAL", "bug_report", Urgency.HIGH, Impact.LARGE, null)));
        CaseFile corrected = awaitVersion(2);
        topics.write(activity("a1", 60, ActivityKind.CUSTOMER_REPLIED, "Any news?"));
        CaseFile later = awaitVersion(3);

        assertThat(guessed.analysis().needsReview()).isTrue();
        assertThat(corrected.analysis().needsReview()).isFalse();
        assertThat(corrected.analysis().confidence())
                .isEqualByComparingTo(guessed.analysis().confidence());
        assertThat(later.analysis().intent()).isEqualTo("bug_report");
        assertThat(later.analysis().severity()).isEqualTo(Severity.P2);
    }

    @Test
    void unreadableRecordsGoToQuarantineAndHoldNobodyUp() {
        topics.write(Topic.TICKETS_RAW, id, Map.of(), "{\"id\": ".getBytes(UTF_8));
        topics.write(Topic.TICKETS_RAW, id, Map.of(), "{}".getBytes(UTF_8));
        topics.write(Topic.TICKETS_ACTIVITY, id, Map.of(), "[]".getBytes(UTF_8));
        topics.write(Topic.REVIEWS, id, Map.of(), null);
        topics.write(raw(ticket().build()));

        awaitVersion(1);
        quarantine.await(id, Quarantined.class, q -> q.topic().equals("reviews"));
        quarantine.await(id, Quarantined.class, q -> q.topic().equals("tickets.activity"));
        List<Quarantined> all = quarantine.all(id, Quarantined.class);

        assertThat(all).hasSize(4);
        assertThat(all.stream().map(q -> q.reason().code())).containsOnly("NOT_JSON", "NOT_THE_CONTRACT", "NO_VALUE");
    }

    private TicketExample ticket() {
        return Examples.aTicket().id(id).from("ann@" + company + ".example");
    }

    private static Event raw(Ticket ticket) {
        return Event.fact(Topic.TICKETS_RAW, ticket.id(), ticket.eventId(), ticket.updatedAt(), ticket);
    }

    private Event activity(String activityId, long secondsLater, ActivityKind kind, String text) {
        Instant at = Examples.NOW.plus(Duration.ofSeconds(secondsLater));
        Actor.Kind actor = kind == ActivityKind.AGENT_REPLIED ? Actor.Kind.AGENT : Actor.Kind.CUSTOMER;
        TicketStatus status = kind == ActivityKind.STATUS_CHANGED ? TicketStatus.OPEN : null;
        Activity activity = new Activity(
                id,
                id + "/" + activityId,
                at,
                kind,
                new Actor(actor, "77", "ann@" + company + ".example"),
                true,
                text,
                status,
                null,
                null,
                null,
                null);
        return Event.fact(Topic.TICKETS_ACTIVITY, id, activity.activityId(), at, activity);
    }

    private CaseFile awaitVersion(long version) {
        return enriched.await(id, CaseFile.class, c -> c.version() == version);
    }

    private List<CaseFile> versions() {
        return enriched.all(id, CaseFile.class);
    }
}

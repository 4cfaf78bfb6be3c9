package dev.signalbox.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.EventIds;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.PolicyDifference;
import dev.signalbox.contracts.PolicyPointer;
import dev.signalbox.contracts.Quarantined;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Ticket;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class ScoringStreamTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final TopicWriter topics = TopicWriter.open();
    private final TopicReader scored = TopicReader.of(Topic.TICKETS_SCORED);
    private final TopicReader quarantine = TopicReader.of(Topic.TICKETS_QUARANTINE);
    private final Ticket ticket =
            Examples.aTicket().id("zendesk:" + UUID.randomUUID()).build();
    private String policy;

    @BeforeEach
    void publishThePolicy() {
        policy = PublishedPolicy.starter(topics);
    }

    @AfterEach
    void close() {
        topics.close();
        scored.close();
        quarantine.close();
    }

    @Test
    void enrichedCaseGetsItsScoreAndTargetsAndIsCarriedAlong() {
        CaseFile enriched = renewal(1);
        topics.write(event(enriched).within(TRACE));

        CaseFile result = scored.await(ticket.id(), CaseFile.class, any -> true);

        assertThat(result.score().raw()).isEqualTo(new BigDecimal("61.00"));
        assertThat(result.score().value()).isEqualTo(new BigDecimal("70.00"));
        assertThat(result.score().band()).isEqualTo(Band.HIGH);
        assertThat(result.sla().firstResponse().target()).isEqualTo(Duration.ofHours(1));
        assertThat(Json.text(result.scored(null, null))).isEqualTo(Json.text(enriched));
        TopicRecord record = scored.await(r -> ticket.id().equals(r.key()));
        assertThat(record.headers())
                .containsEntry("ce_id", EventIds.of(Topic.TICKETS_SCORED, ticket.id(), 1))
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_time", enriched.asOf().toString())
                .containsEntry("traceparent", TRACE);
    }

    @Test
    void repetitionHasTheSameIdAndTheSameBytes() {
        topics.write(event(renewal(1)));
        topics.write(event(renewal(1)));

        List<TopicRecord> both = awaitRecords(2);

        assertThat(both.get(0).headers().get("ce_id"))
                .isEqualTo(both.get(1).headers().get("ce_id"));
        assertThat(both.get(0).value()).isEqualTo(both.get(1).value());
    }

    @Test
    void orderOfATicketIsKept() {
        LongStream.rangeClosed(1, 40).forEach(version -> topics.write(event(renewal(version))));

        List<TopicRecord> records = awaitRecords(40);

        assertThat(records.stream().map(record -> record.as(CaseFile.class).version()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void recordThatIsNoJsonGoesToQuarantineAndHoldsNobodyUp() {
        topics.write(Topic.TICKETS_ENRICHED, ticket.id(), Map.of("ce_id", "x"), "{\"version\": 1,".getBytes(UTF_8));
        topics.write(event(renewal(2)));

        assertThat(scored.await(ticket.id(), CaseFile.class, any -> true).version())
                .isEqualTo(2);
        Quarantined kept = quarantine.await(ticket.id(), Quarantined.class, any -> true);
        assertThat(kept.reason().code()).isEqualTo("NOT_JSON");
        assertThat(kept.stage()).isEqualTo("scoring");
        assertThat(kept.topic()).isEqualTo("tickets.enriched");
        assertThat(new String(kept.payload(), UTF_8)).isEqualTo("{\"version\": 1,");
        assertThat(kept.headers()).containsEntry("ce_id", "x");
    }

    @Test
    void caseThatCannotBeScoredGoesToQuarantineWithEveryReason() {
        CaseFile wrong = Examples.aCase()
                .policy("the best one")
                .of(ticket)
                .of(Examples.anAccount().health(101).arr(-1).build().asAccount(1))
                .enriched();
        topics.write(event(wrong));

        Quarantined kept = quarantine.await(ticket.id(), Quarantined.class, any -> true);

        assertThat(kept.reason())
                .isEqualTo(new Quarantined.Reason(
                        "NOT_SCORABLE",
                        "/policyVersion must be sha256: and 64 hex digits; /account/arr must be 0 or more;"
                                + " /account/health must be 0..100"));
    }

    @Test
    void tombstoneAndSectionsThatAreMissingAreSetAside() {
        topics.write(Topic.TICKETS_ENRICHED, ticket.id(), Map.of(), null);
        topics.write(Topic.TICKETS_ENRICHED, ticket.id(), Map.of(), "{\"version\": 1}".getBytes(UTF_8));

        assertThat(awaitReason("NO_VALUE").payload()).isEmpty();
        assertThat(awaitReason("NOT_SCORABLE").reason().sentence())
                .contains("/asOf", "/ticket", "/account", "/analysis");
    }

    @Test
    void caseThatGrowsTooLargeIsSetAsideAndHoldsNobodyUp() {
        Ticket huge = Examples.aTicket()
                .id(ticket.id())
                .saying("Log", "x".repeat(Topic.TICKETS_SCORED.maxMessageBytes() - 10 * 1024))
                .build();
        topics.write(event(Examples.aCase().policy(policy).of(huge).enriched()));
        topics.write(event(renewal(2)));

        assertThat(scored.await(ticket.id(), CaseFile.class, any -> true).version())
                .isEqualTo(2);
        assertThat(awaitReason("TOO_LARGE").payload()).hasSizeGreaterThan(1024 * 1024 - 11 * 1024);
    }

    @Test
    void caseWaitsForThePolicyThatItNames() {
        byte[] later = (new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8) + "\n# " + ticket.id())
                .getBytes(UTF_8);
        String hash = PolicyDocument.parse(later).hash();
        topics.write(event(Examples.aCase().policy(hash).of(ticket).enriched()));

        PublishedPolicy.publish(topics, later);

        assertThat(scored.await(ticket.id(), CaseFile.class, any -> true).policyVersion())
                .isEqualTo(hash);
    }

    @Test
    void shadowPolicyNeverActsAndItsDifferencesArePublished() {
        byte[] other = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8)
                .replace("riskWord: lead ", "riskWord: senior ")
                .replace(
                        "renewalWindow: {arr: 100000, days: 30, floor: 70}",
                        "renewalWindow: {arr: 100000, days: 30, floor: 0}")
                .getBytes(UTF_8);
        String shadow = PublishedPolicy.publish(topics, other);
        topics.write(Topic.POLICIES, "shadow", PolicyPointer.to(shadow));
        TopicReader differences = TopicReader.of(Topic.POLICY_DIFFERENCES);
        try {
            AtomicLong version = new AtomicLong();
            PolicyDifference difference = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInSameThread()
                    .until(
                            () -> {
                                topics.write(event(renewal(version.incrementAndGet())));
                                return differences.all().stream()
                                        .filter(record -> ticket.id().equals(record.key()))
                                        .map(record -> record.as(PolicyDifference.class))
                                        .findFirst()
                                        .orElse(null);
                            },
                            Objects::nonNull);

            assertThat(difference.activePolicy()).isEqualTo(policy);
            assertThat(difference.shadowPolicy()).isEqualTo(shadow);
            assertThat(difference.changes())
                    .contains(
                            new PolicyDifference.Change("score", "70.00", "61.00"),
                            new PolicyDifference.Change("band", "HIGH", "STANDARD"),
                            new PolicyDifference.Change("resolution", "PT8H", "PT24H"));
            assertThat(awaitRecords((int) version.get()))
                    .allSatisfy(record ->
                            assertThat(record.as(CaseFile.class).score().band()).isEqualTo(Band.HIGH));
        } finally {
            topics.write(Topic.POLICIES, "shadow", Map.of(), null);
            differences.close();
        }
    }

    private CaseFile renewal(long version) {
        return Examples.aCase()
                .version(version)
                .policy(policy)
                .of(ticket)
                .of(Examples.anAccount()
                        .plan(PlanTier.ENTERPRISE)
                        .arr(200_000)
                        .health(60)
                        .renewal(LocalDate.ofInstant(Examples.NOW, ZoneOffset.UTC)
                                .plusDays(20))
                        .build()
                        .asAccount(1))
                .of(Examples.anAnalysis().severity(Severity.P3).build())
                .enriched();
    }

    private static Event event(CaseFile enriched) {
        return Event.sequenced(
                Topic.TICKETS_ENRICHED, enriched.ticket().id(), enriched.version(), enriched.asOf(), enriched);
    }

    private Quarantined awaitReason(String code) {
        return quarantine.await(
                ticket.id(), Quarantined.class, kept -> kept.reason().code().equals(code));
    }

    private List<TopicRecord> awaitRecords(int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInSameThread()
                .until(
                        () -> scored.all().stream()
                                .filter(record -> ticket.id().equals(record.key()))
                                .toList(),
                        records -> records.size() == count);
    }
}

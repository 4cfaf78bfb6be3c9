package dev.signalbox.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.CustomerNotice;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every customer with an open ticket of an outage is told once, whoever wrote first (S49). */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class AffectedCustomersTest {

    private final String run = UUID.randomUUID().toString();
    private final String product = "portal-" + run;
    private final Instant now = Instant.now();

    @Inject
    Pool pool;

    private TopicWriter writer;
    private TopicReader notices;
    private TopicReader escalations;
    private String policy;

    @BeforeEach
    void open() {
        writer = TopicWriter.open();
        notices = TopicReader.of(Topic.CUSTOMER_NOTICES);
        escalations = TopicReader.of(Topic.ESCALATIONS);
        policy = ShortPolicy.publish(writer);
    }

    @AfterEach
    void close() {
        writer.close();
        notices.close();
        escalations.close();
    }

    @Test
    void everyCustomerWithAnOpenTicketOfTheOutageIsToldOnce() {
        ticket("acme-1", "acme", product, Severity.P2, Duration.ofHours(2));
        ticket("acme-2", "acme", product, Severity.P2, Duration.ofHours(1));
        ticket("solved", "globex", product, Severity.P2, Duration.ofHours(1));
        ticket("long-ago", "initech", product, Severity.P2, Duration.ofHours(7));
        ticket("other", "umbrella", "other-" + run, Severity.P2, Duration.ofHours(1));
        ticket("mild", "hooli", product, Severity.P3, Duration.ofHours(1));
        awaitKnown("acme-1", "acme-2", "solved", "long-ago", "other", "mild");
        solve("solved");
        await("select ticket_id from incident_ticket where over and ticket_id = any($1)", "solved");

        ticket("outage", "wayne", product, Severity.P1, Duration.ZERO);

        CustomerNotice acme = await("acme-1");
        assertThat(acme.accountId()).isEqualTo("acme");
        assertThat(acme.incident()).isEqualTo("product " + product);
        assertThat(acme.tickets()).containsExactly(id("acme-1"), id("acme-2"));
        assertThat(acme.escalationId()).isEqualTo(opened("outage").id());
        assertThat(await("outage").accountId()).isEqualTo("wayne");

        ticket("later", "stark", product, Severity.P2, Duration.ZERO);
        ticket("acme-3", "acme", product, Severity.P1, Duration.ZERO);
        assertThat(await("later").escalationId()).as("one incident").isEqualTo(acme.escalationId());
        opened("acme-3");
        ticket("last", "soylent", product, Severity.P2, Duration.ZERO);
        await("last");

        assertThat(told()).containsExactlyInAnyOrder("acme", "wayne", "stark", "soylent");
    }

    @Test
    void problemRecordOfTheHelpdeskCountsBeforeProductAndSeverity() {
        ticket("mild", "acme", product, Severity.P4, Duration.ofHours(1), "problem-" + run);
        ticket("same-product", "globex", product, Severity.P2, Duration.ofHours(1));
        awaitKnown("mild", "same-product");

        ticket("outage", "wayne", "another", Severity.P1, Duration.ZERO, "problem-" + run);

        assertThat(await("mild").incident()).isEqualTo("problem problem-" + run);
        await("outage");
        assertThat(told()).containsExactlyInAnyOrder("acme", "wayne");
    }

    /** Tickets are in partitions of their own, between which there is no order. */
    private void awaitKnown(String... names) {
        await("select id from ticket where known_since is not null and id = any($1)", names);
    }

    private void await(String query, String... names) {
        Tuple ids = Tuple.tuple()
                .addArrayOfString(Arrays.stream(names).map(this::id).toArray(String[]::new));
        Awaitility.await()
                .until(() -> pool.preparedQuery(query)
                                .execute(ids)
                                .await()
                                .indefinitely()
                                .size()
                        == names.length);
    }

    private List<String> told() {
        return notices.all().stream()
                .map(record -> record.as(CustomerNotice.class))
                .filter(notice -> notice.tickets().stream().anyMatch(ticket -> ticket.endsWith(run)))
                .map(CustomerNotice::accountId)
                .toList();
    }

    private CustomerNotice await(String name) {
        return notices.await(id(name), CustomerNotice.class, notice -> true);
    }

    private Escalation opened(String name) {
        return escalations.await(id(name), Escalation.class, one -> one.change() == EscalationChange.OPENED);
    }

    private void ticket(String name, String account, String ofProduct, Severity severity, Duration ago) {
        ticket(name, account, ofProduct, severity, ago, null);
    }

    private void ticket(
            String name, String account, String ofProduct, Severity severity, Duration ago, String problem) {
        var ticket = Examples.aTicket().id(id(name)).createdAt(now.minus(ago)).product(ofProduct);
        if (problem != null) {
            ticket.field("problem_id", problem);
        }
        CaseFile file = Examples.aCase()
                .of(ticket.build())
                .of(Examples.anAccount().id(account).build().asAccount(1))
                .of(Examples.anAnalysis().severity(severity).build())
                .asOf(now)
                .policy(policy)
                .scored();
        writer.write(Event.sequenced(Topic.TICKETS_SCORED, id(name), 1, now, file));
    }

    private void solve(String name) {
        Actor lena = new Actor(Actor.Kind.AGENT, "lena", null);
        Activity solved =
                new Activity(id(name), "s", now, ActivityKind.SOLVED, lena, true, null, null, null, null, null, null);
        writer.write(Event.fact(Topic.TICKETS_ACTIVITY, id(name), id(name) + "s", now, solved));
    }

    private String id(String name) {
        return "desk:" + name + "-" + run;
    }
}

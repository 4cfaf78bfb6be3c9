package dev.signalbox.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.Topic;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.TopicReader;
import dev.signalbox.testsupport.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two broken promises of one account are the risk of whoever is the second by the time at which it happened. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class AccountBreachesTest {

    private final String first = "desk:first-" + UUID.randomUUID();
    private final String second = "desk:second-" + UUID.randomUUID();
    private final Instant now = Instant.now();
    private final Account big = Examples.anAccount()
            .id("big-" + UUID.randomUUID())
            .arr(150_000)
            .build()
            .asAccount(1);
    private final List<Event> said = new ArrayList<>();
    private TopicWriter writer;
    private TopicReader escalations;

    @BeforeEach
    void open() {
        writer = TopicWriter.open();
        escalations = TopicReader.of(Topic.ESCALATIONS);
        String policy = ShortPolicy.publish(writer);
        for (String id : List.of(first, second)) {
            var ticket = Examples.aTicket().id(id).createdAt(now).build();
            write(Event.sequenced(
                    Topic.TICKETS_SCORED,
                    id,
                    1,
                    now,
                    Examples.aCase().of(ticket).of(big).asOf(now).policy(policy).scored()));
        }
    }

    @AfterEach
    void close() {
        writer.close();
        escalations.close();
    }

    @Test
    void secondBreachOpensAndReadingEverythingAgainOpensNothingMore() {
        breach(first, now.minusSeconds(10));
        await(first, EscalationTrigger.SLA_BREACH);
        breach(second, now.minusSeconds(5));
        assertThat(await(second, EscalationTrigger.HIGH_VALUE_RISK).note()).contains("2 promises broken");

        List.copyOf(said).forEach(this::write);

        assertThatFirstTicketIsNoRisk();
    }

    @Test
    void earlierBreachThatIsHeardOfLateMakesTheLaterOneTheSecond() {
        breach(second, now.minusSeconds(5));
        await(second, EscalationTrigger.SLA_BREACH);

        breach(first, now.minusSeconds(10));

        assertThat(await(second, EscalationTrigger.HIGH_VALUE_RISK).note()).contains("2 promises broken");
        assertThatFirstTicketIsNoRisk();
    }

    @Test
    void ofTwoBreachesAtOneTimeOneIsTheSecond() {
        breach(second, now);
        await(second, EscalationTrigger.SLA_BREACH);

        breach(first, now);

        await(second, EscalationTrigger.HIGH_VALUE_RISK);
        assertThatFirstTicketIsNoRisk();
    }

    /** Asks for something else, which decides on the ticket once more and after all that was written before. */
    private void assertThatFirstTicketIsNoRisk() {
        Actor lena = new Actor(Actor.Kind.AGENT, "lena", null);
        Activity asked = new Activity(
                first, "ask", now, ActivityKind.ESCALATION_REQUESTED, lena, true, "help", null, null, null, null, null);
        write(Event.fact(Topic.TICKETS_ACTIVITY, first, first + "ask", now, asked));
        await(first, EscalationTrigger.AGENT_REQUEST);
        assertThat(escalations.all(first, Escalation.class))
                .noneMatch(change -> opensOrJoins(change, EscalationTrigger.HIGH_VALUE_RISK));
    }

    private Escalation await(String id, EscalationTrigger trigger) {
        return escalations.await(id, Escalation.class, change -> opensOrJoins(change, trigger));
    }

    private static boolean opensOrJoins(Escalation change, EscalationTrigger trigger) {
        return change.trigger() == trigger || change.joined().contains(trigger);
    }

    private void breach(String id, Instant at) {
        SlaAction action = new SlaAction(
                id,
                1,
                at,
                SlaActionKind.REASSIGN,
                ClockKind.FIRST_RESPONSE,
                1,
                100,
                1,
                "breached",
                false,
                null,
                null,
                null);
        write(Event.sequenced(Topic.SLA_ACTIONS, id, 1, at, action));
    }

    private void write(Event event) {
        said.add(event);
        writer.write(event);
    }
}

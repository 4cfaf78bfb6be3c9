package dev.signalbox.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.EscalationState;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.EscalationType;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.RiskLevel;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.escalation.EscalationAction;
import dev.signalbox.decisions.escalation.EscalationDecision;
import dev.signalbox.decisions.escalation.Fact;
import dev.signalbox.decisions.escalation.TicketEscalations;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.escalation.example.EscalationPager;
import dev.signalbox.testsupport.Checkout;
import dev.signalbox.testsupport.EmbeddedStack;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.testsupport.TopicWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;

/** The consumer that docs/consume-escalations.md shows is this one, and it works. */
class EscalationPagerTest {

    private final String ticket = "desk:" + UUID.randomUUID();

    @Test
    void pagerRingsOnceForEveryLevelAndFallsSilentAtTheEnd() throws IOException {
        List<String> rung = new ArrayList<>();
        List<Escalation> story = story();
        EscalationPager pager = new EscalationPager(new Recorder(story.get(0).dedupKey(), rung));
        try (KafkaConsumer<String, byte[]> consumer = EscalationPager.connect(
                        EmbeddedStack.addresses().bootstrapServers(), "pager-" + UUID.randomUUID());
                TopicWriter writer = TopicWriter.open()) {
            while (consumer.assignment().isEmpty()) {
                pager.poll(consumer);
            }
            consumer.assignment().forEach(consumer::position);
            for (Escalation change : story) {
                write(writer, change);
                write(writer, change); // the relay may repeat
            }
            while (!rung.contains("resolve")) {
                pager.poll(consumer);
            }
        }

        assertThat(rung)
                .containsExactly(
                        "trigger team-lead: " + ticket
                                + " NEGATIVE_SENTIMENT: sentiment turned negative over the conversation"
                                + " | Asks why VAT is on the invoice twice.",
                        "trigger manager: " + ticket
                                + " NEGATIVE_SENTIMENT: sentiment turned negative over the conversation"
                                + " | Asks why VAT is on the invoice twice.",
                        "acknowledge tom",
                        "resolve");
    }

    @Test
    void documentShowsThisConsumer() throws IOException {
        String document = Files.readString(Checkout.root().resolve("docs/consume-escalations.md"));
        String source = Files.readString(Checkout.root()
                .resolve("escalation-service/src/test/java/dev/signalbox/escalation/example/EscalationPager.java"));

        assertThat(document).contains("```java\n" + source.substring(source.indexOf("import")) + "```\n");
    }

    @Test
    void documentNamesEveryWordThatARecordMayCarry() throws IOException {
        String document = Files.readString(Checkout.root().resolve("docs/consume-escalations.md"));

        for (Enum<?>[] words : new Enum<?>[][] {
            EscalationChange.values(),
            EscalationState.values(),
            EscalationTrigger.values(),
            EscalationType.values(),
            RiskLevel.values()
        }) {
            assertThat(document)
                    .contains(Arrays.stream(words).map(word -> "`" + word + "`").toList());
        }
        for (var field : Escalation.class.getRecordComponents()) {
            assertThat(document).contains("`" + field.getName() + "`");
        }
    }

    private List<Escalation> story() {
        CaseFile file = Examples.aCase()
                .of(Examples.aTicket().id(ticket).build())
                .of(Examples.anAnalysis().sentimentTurned().build())
                .scored();
        var policy = PolicyDocument.starter().policy().escalation();
        var opening = new EscalationDecision(TicketEscalations.unknown(ticket), policy, "h", Examples.NOW);
        opening.take(List.of(new Fact.Scored(file)));
        var waking = new EscalationDecision(opening.state(), policy, "h", Examples.NOW.plus(Duration.ofMinutes(15)));
        waking.wake();
        waking.act(waking.changes().get(0).id(), EscalationAction.ACKNOWLEDGE, "tom", null);
        waking.act(waking.changes().get(0).id(), EscalationAction.UPDATE, "tom", "on it");
        waking.act(waking.changes().get(0).id(), EscalationAction.RESOLVE, "tom", "done");
        List<Escalation> all = new ArrayList<>(opening.changes());
        all.addAll(waking.changes());
        return all;
    }

    private void write(TopicWriter writer, Escalation change) {
        writer.write(Event.sequenced(Topic.ESCALATIONS, ticket, change.sequence(), change.at(), change));
    }

    /** Hears of one escalation; other tests of this process write to the same topic. */
    private record Recorder(String heard, List<String> rung) implements EscalationPager.Pager {

        @Override
        public void trigger(String dedupKey, String whom, String text) {
            add(dedupKey, "trigger " + whom + ": " + text);
        }

        @Override
        public void acknowledge(String dedupKey, String by) {
            add(dedupKey, "acknowledge " + by);
        }

        @Override
        public void resolve(String dedupKey) {
            add(dedupKey, "resolve");
        }

        private void add(String dedupKey, String ring) {
            if (dedupKey.equals(heard)) {
                rung.add(ring);
            }
        }
    }
}

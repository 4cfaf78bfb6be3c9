package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.decisions.Seeds;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.severity.CaseFacts;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * How often, how rightly and how early a request is expected (S50), on conversations whose labels come from something that
 * the rule does not see. Prints precision, recall and lead time.
 */
class PredictiveEscalationTest {

    private static final int TICKETS = 2_000;
    private static final TicketAnalyzer ANALYZER =
            new TicketAnalyzer(PolicyDocument.starter().policy().analysis());

    @Test
    void requestsAreExpectedEarlierAndMoreOftenRightlyThanByChance() {
        Random random = Seeds.random(PredictiveEscalationTest.class);
        List<Conversation> load = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            load.add(Conversation.draw(random, START));
        }
        List<Instant> predictions = new ArrayList<>();
        List<Instant> triggers = new ArrayList<>();
        for (Conversation conversation : load) {
            List<Escalation> said = play(conversation);
            predictions.add(first(said, one -> !one.signs().isEmpty()));
            triggers.add(first(said, one -> one.signs().isEmpty()));
        }
        Figures rule = Figures.of(load, predictions);
        long asked = load.stream().filter(one -> one.askedAt() != null).count();
        System.out.printf(
                Locale.ROOT,
                "%d tickets, %d customers ask for a manager (%.1f %%)%n| expected by | precision | recall | lead time, median | a tenth has less than |%n|---|---|---|---|---|%n%s%s%s",
                TICKETS,
                asked,
                100.0 * asked / TICKETS,
                rule.row("signs that add up (prediction)"),
                Figures.of(load, triggers).row("the other triggers alone"),
                Figures.of(load, load.stream().map(Conversation::strainedAt).toList())
                        .row("an oracle that sees the strain"));

        assertThat(rule.precision()).isGreaterThan(1.4 * asked / TICKETS);
        assertThat(rule.recall()).isGreaterThan(0.25);
        assertThat(rule.median()).isGreaterThan(Duration.ofHours(1));
    }

    /** Messages and the warning in the order in which they happen. */
    private static List<Escalation> play(Conversation conversation) {
        Stage stage = new Stage();
        List<CaseFacts.Reply> replies = new ArrayList<>();
        long version = 0;
        boolean warned = false;
        for (Conversation.Message message : conversation.messages()) {
            Instant warnedAt = conversation.warnedAt();
            if (!warned && warnedAt != null && warnedAt.isBefore(message.at())) {
                stage.waits(Duration.between(stage.now(), warnedAt))
                        .hears(Stage.watched(1, warnedAt, SlaActionKind.WARN, ClockKind.FIRST_RESPONSE, 75));
                warned = true;
            }
            stage.waits(Duration.between(stage.now(), message.at()));
            if (version > 0) {
                replies.add(new CaseFacts.Reply(message.at(), message.text()));
            }
            stage.hears(scored(conversation, replies, message.at(), ++version));
        }
        return stage.said();
    }

    private static Fact.Scored scored(
            Conversation conversation, List<CaseFacts.Reply> replies, Instant at, long version) {
        CaseFile plain = CaseOf.asOf(at)
                .createdAt(START)
                .saying(conversation.messages().get(0).text())
                .priority(conversation.priority())
                .account(conversation.account())
                .file();
        CaseFacts facts = new CaseFacts(plain.ticket(), replies, null, Classification.UNDECIDED, null, false, at);
        return new Fact.Scored(
                CaseFile.enriched(version, at, "sha256:test", plain.ticket(), plain.account(), ANALYZER.analyze(facts))
                        .scored(null, plain.sla()));
    }

    private static Instant first(List<Escalation> said, Predicate<Escalation> wanted) {
        return said.stream().filter(wanted).findFirst().map(Escalation::at).orElse(null);
    }

    /** What was expected before it came, what never came, and what was not expected. */
    private record Figures(int right, int wrong, int missed, List<Duration> leads) {

        static Figures of(List<Conversation> load, List<Instant> expected) {
            int right = 0;
            int wrong = 0;
            int missed = 0;
            List<Duration> leads = new ArrayList<>();
            for (int i = 0; i < load.size(); i++) {
                Instant askedAt = load.get(i).askedAt();
                Instant at = expected.get(i);
                if (askedAt == null) {
                    wrong += at == null ? 0 : 1;
                } else if (at != null && at.isBefore(askedAt)) {
                    right++;
                    leads.add(Duration.between(at, askedAt));
                } else {
                    missed++;
                }
            }
            leads.sort(null);
            return new Figures(right, wrong, missed, leads);
        }

        double precision() {
            return (double) right / Math.max(1, right + wrong);
        }

        double recall() {
            return (double) right / Math.max(1, right + missed);
        }

        Duration median() {
            return leads.isEmpty() ? Duration.ZERO : leads.get(leads.size() / 2);
        }

        String row(String name) {
            Duration tenth = leads.isEmpty() ? Duration.ZERO : leads.get(leads.size() / 10);
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f (%d of %d) | %.2f (%d of %d) | %d min | %d min |%n",
                    name,
                    precision(),
                    right,
                    right + wrong,
                    recall(),
                    right,
                    right + missed,
                    median().toMinutes(),
                    tenth.toMinutes());
        }
    }
}

package dev.signalbox.enrichment.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.enrichment.cases.CaseState.Waiting;
import dev.signalbox.testsupport.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CaseFoldPropertiesTest {

    private static final long SEED = Long.getLong("signalbox.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 300);
    private static final String ID = "zendesk:1";
    private static final List<String> TEXTS = List.of(
            "Where is my invoice?",
            "This is unacceptable, I want a manager!",
            "Nobody can log in",
            "It is resolved, not urgent anymore",
            "We lost all our data",
            "We have an audit tomorrow",
            "Thank you, great work");

    private final CaseDecision decision = new CaseDecision(
            new TicketAnalyzer(PolicyDocument.starter().policy().analysis()),
            "sha256:test",
            Examples.NOW.plus(Duration.ofDays(1)));
    private final AccountProfile account = Examples.anAccount().build();

    @Test
    void anyOrderAndAnyBatchingOfTheSameFactsGiveTheSameLastCase() {
        System.out.println("signalbox.seed=" + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<Consumer<CaseFold>> facts = facts(random);
            CaseFile expected = lastCase(facts, random);
            for (int order = 0; order < 5; order++) {
                List<Consumer<CaseFold>> shuffled = new ArrayList<>(facts);
                // repetitions are facts that are known
                shuffled.add(facts.get(random.nextInt(facts.size())));
                Collections.shuffle(shuffled, random);

                CaseFile last = lastCase(shuffled, random);

                assertThat(last.ticket()).isEqualTo(expected.ticket());
                assertThat(last.analysis()).isEqualTo(expected.analysis());
            }
        }
    }

    @Test
    void versionsCountFromOneWithoutAGap() {
        System.out.println("signalbox.seed=" + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<CaseFile> versions = versions(facts(random), random);
            for (int i = 0; i < versions.size(); i++) {
                assertThat(versions.get(i).version()).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void factsThatAreKnownMakeNoVersion() {
        System.out.println("signalbox.seed=" + SEED);
        Random random = new Random(SEED);
        List<Consumer<CaseFold>> facts = facts(random);
        CaseState state = CaseState.EMPTY;
        for (Consumer<CaseFold> fact : facts) {
            state = decide(fold(state, fact), 1).state();
        }
        for (Consumer<CaseFold> fact : facts) {
            assertThat(fold(state, fact)).isSameAs(state);
        }
        assertThat(decide(state, 7).version()).isNull();
    }

    private CaseDecision.Outcome decide(CaseState state, int openTickets) {
        return decision.decide(state, account, openTickets, () -> Classification.UNDECIDED);
    }

    private CaseFile lastCase(List<Consumer<CaseFold>> facts, Random random) {
        List<CaseFile> versions = versions(facts, random);
        return versions.get(versions.size() - 1);
    }

    /** Decides after batches of random size. */
    private List<CaseFile> versions(List<Consumer<CaseFold>> facts, Random random) {
        List<CaseFile> versions = new ArrayList<>();
        CaseState state = CaseState.EMPTY;
        for (int i = 0; i < facts.size(); i++) {
            state = fold(state, facts.get(i));
            if (i == facts.size() - 1 || random.nextBoolean()) {
                CaseDecision.Outcome outcome = decide(state, 1);
                state = outcome.state();
                if (outcome.version() != null) {
                    versions.add(outcome.version());
                }
            }
        }
        return versions;
    }

    private static CaseState fold(CaseState state, Consumer<CaseFold> fact) {
        CaseFold fold = new CaseFold(state);
        fact.accept(fold);
        return fold.state();
    }

    private static List<Consumer<CaseFold>> facts(Random random) {
        List<Consumer<CaseFold>> facts = new ArrayList<>();
        int snapshots = 1 + random.nextInt(3);
        for (int i = 0; i < snapshots; i++) {
            Ticket ticket = Examples.aTicket()
                    .id(ID)
                    // two snapshots of one moment are two events
                    .eventId("e" + i)
                    .saying("Subject " + i, text(random))
                    .status(random.nextInt(4) == 0 ? TicketStatus.SOLVED : TicketStatus.OPEN)
                    .updatedAt(Examples.NOW.plusSeconds(random.nextInt(600)))
                    .build();
            facts.add(fold -> fold.snapshot(ticket));
        }
        int activities = random.nextInt(6);
        for (int i = 0; i < activities; i++) {
            Activity activity = activity(i, random);
            Waiting record = new Waiting(activity.activityId(), "tickets.activity", 0, i, "{}");
            facts.add(fold -> fold.activity(activity, record));
        }
        Collections.shuffle(facts, random);
        return facts;
    }

    private static Activity activity(int number, Random random) {
        ActivityKind kind = ActivityKind.values()[random.nextInt(ActivityKind.values().length)];
        Instant at = Examples.NOW.plusSeconds(random.nextInt(600));
        TicketStatus status = TicketStatus.values()[random.nextInt(TicketStatus.values().length)];
        Actor actor = new Actor(Actor.Kind.values()[random.nextInt(3)], null, null);
        return new Activity(
                ID, "a" + number, at, kind, actor, random.nextBoolean(), text(random), status, null, null, null, null);
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}

package dev.signalbox.decisions.escalation;

import static dev.signalbox.decisions.escalation.Stage.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same facts in any order of arrival leave the same escalations; every step is taken once. */
class ArrivalOrderTest {

    private static final int ROUNDS = Seeds.rounds(500);
    private static final int SHUFFLES = 6;
    private static final int[] LEVELS = {90, 100, 150};

    @Test
    void anyOrderOfArrivalLeavesTheSameEscalations() {
        Random random = Seeds.random(ArrivalOrderTest.class);
        int withSeveral = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Fact>> topics = facts(random);
            Stage first = arrival(topics, random, false);
            for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
                Stage other = arrival(topics, random, true);
                assertThat(remaining(other)).as("%s", inShort(topics)).isEqualTo(remaining(first));
                assertThat(heard(other)).as("%s", inShort(topics)).isEqualTo(heard(first));
            }
            withSeveral += remaining(first).size() > 1 ? 1 : 0;
        }
        assertThat(withSeveral).as("rounds with several escalations").isGreaterThan(ROUNDS / 20);
    }

    @Test
    void factsThatComeAgainChangeNothingAndEveryStepIsTakenOnce() {
        Random random = Seeds.random(ArrivalOrderTest.class);
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Fact>> topics = facts(random);
            Stage stage = arrival(topics, random, true);
            int said = stage.said().size();
            topics.forEach(topic -> topic.forEach(stage::hears));
            assertThat(stage.said()).hasSize(said);

            stage.waits(Duration.ofHours(12));

            Set<String> steps = new HashSet<>();
            for (Escalation change : stage.said()) {
                boolean step =
                        change.change() == EscalationChange.OPENED || change.change() == EscalationChange.LEVEL_RAISED;
                assertThat(!step || steps.add(change.id() + "/" + change.level()))
                        .as("%s of %s", change.level(), stage.story())
                        .isTrue();
            }
            assertSequencesWithoutGap(stage.said());
        }
    }

    private static void assertSequencesWithoutGap(List<Escalation> said) {
        for (int i = 0; i < said.size(); i++) {
            assertThat(said.get(i).sequence()).isEqualTo(i + 1);
        }
    }

    /** What stands open: the way and the risk of each, and when its first cause in the ticket's present life was. */
    private static Map<String, Instant> remaining(Stage stage) {
        Lifespan life = stage.state().facts().life();
        Map<String, Instant> open = new TreeMap<>();
        for (EscalationProgress one : live(stage)) {
            Opening opening = one.opening();
            String way = opening.priorityDriven() ? "straight" : opening.functional() ? "functional" : "hierarchical";
            assertThat(open.put(way + " " + opening.risk(), one.since(life))).isNull();
        }
        return open;
    }

    /** Every signal that has taken effect in the ticket's present life, whatever it joined. */
    private static Set<String> heard(Stage stage) {
        Lifespan life = stage.state().facts().life();
        return live(stage).stream()
                .flatMap(one -> one.signals().stream())
                .filter(signal -> !life.isOver(signal.at()))
                .map(Signal::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<EscalationProgress> live(Stage stage) {
        return stage.state().escalations().stream()
                .filter(one -> one.position().isLive())
                .toList();
    }

    private static String inShort(List<List<Fact>> topics) {
        return topics.stream()
                .flatMap(List::stream)
                .map(ArrivalOrderTest::inShort)
                .collect(Collectors.joining("\n"));
    }

    private static String inShort(Fact fact) {
        if (fact instanceof Fact.Happened happened) {
            return happened.activity().at() + " " + happened.activity().kind();
        }
        if (fact instanceof Fact.Watched watched) {
            return watched.action().at() + " " + watched.action().level() + " %";
        }
        return fact instanceof Fact.Scored scored
                ? scored.file().asOf() + " " + ConditionTable.ofScored(scored.file(), Stage.POLICY.conditions())
                : fact.getClass().getSimpleName();
    }

    /** Facts by topic: within a topic order is kept, except in activity. */
    private static List<List<Fact>> facts(Random random) {
        List<Fact> scored = new ArrayList<>();
        List<Fact> routed = new ArrayList<>();
        for (int version = 1; version <= 1 + random.nextInt(3); version++) {
            CaseOf file = randomCase(random, minute(version * 7)).version(version);
            scored.add(file.scored());
            SupportTier tier = random.nextBoolean() ? SupportTier.T1 : SupportTier.T2;
            routed.add(file.routed(version, tier, "lena", RouteCause.CHANGED));
        }
        List<Fact> watched = new ArrayList<>();
        for (int i = 1; i <= random.nextInt(4); i++) {
            watched.add(Stage.escalate(i, minute(random.nextInt(8) + i * 10), LEVELS[i - 1]));
        }
        List<Fact> activity = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            activity.add(randomActivity(random, "a" + i));
        }
        return List.of(scored, routed, watched, activity);
    }

    private static CaseOf randomCase(Random random, Instant at) {
        CaseOf file = CaseOf.asOf(at);
        if (random.nextInt(6) == 0) {
            file.totalOutage();
        }
        if (random.nextInt(4) == 0) {
            file.intent("overcharge");
        }
        if (random.nextInt(4) == 0) {
            file.turned();
        }
        if (random.nextInt(4) == 0) {
            file.complex();
        }
        if (random.nextInt(6) == 0) {
            file.deadline(at.plus(Duration.ofHours(1 + random.nextInt(40))));
        }
        return file;
    }

    private static Fact randomActivity(Random random, String id) {
        Instant at = minute(random.nextInt(40));
        return switch (random.nextInt(5)) {
            case 0 -> Stage.customer(id, at, ActivityKind.ESCALATION_REQUESTED, "your boss");
            case 1 -> Stage.agent(id, at, ActivityKind.SOLVED, null);
            case 2 -> Stage.customer(id, at, ActivityKind.REOPENED, null);
            case 3 -> Stage.customer(id, at, ActivityKind.CUSTOMER_REPLIED, "still broken since 09:15");
            default -> Stage.agent(id, at, ActivityKind.AGENT_REPLIED, "we tried again");
        };
    }

    private static Stage arrival(List<List<Fact>> topics, Random random, boolean mixed) {
        List<List<Fact>> left = new ArrayList<>();
        topics.forEach(topic -> left.add(new ArrayList<>(topic)));
        if (mixed) {
            Collections.shuffle(left.get(3), random);
        }
        Stage stage = new Stage();
        left.removeIf(List::isEmpty);
        while (!left.isEmpty()) {
            List<Fact> topic = left.get(mixed ? random.nextInt(left.size()) : 0);
            stage.hears(topic.remove(0));
            left.removeIf(List::isEmpty);
        }
        return stage;
    }

    private static Instant minute(int minutes) {
        return START.minus(Duration.ofHours(1)).plus(Duration.ofMinutes(minutes));
    }
}

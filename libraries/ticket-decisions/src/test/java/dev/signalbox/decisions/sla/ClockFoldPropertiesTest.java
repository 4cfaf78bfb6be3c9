package dev.signalbox.decisions.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Sentiment;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What holds for every history of a ticket. */
class ClockFoldPropertiesTest {

    private static final int HISTORIES = Seeds.rounds(3_000);
    private static final Instant CREATED = Instant.parse("2026-11-22T09:00:00Z");
    private static final Duration[] TARGETS = {
        Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24)
    };

    private final Random random = Seeds.random(ClockFoldPropertiesTest.class);

    @Test
    void anyOrderAndRepetitionOfTheSameFactsGivesTheSameClocks() {
        for (int history = 0; history < HISTORIES; history++) {
            List<UnaryOperator<ClockFacts>> facts = facts();
            List<Clock> inOrder = fold(facts);

            List<UnaryOperator<ClockFacts>> shuffled = new ArrayList<>(facts);
            shuffled.addAll(facts.subList(0, random.nextInt(facts.size())));
            Collections.shuffle(shuffled, random);

            assertThat(fold(shuffled)).isEqualTo(inOrder);
        }
    }

    @Test
    void aPromiseOnlyTightens() {
        for (int history = 0; history < HISTORIES; history++) {
            for (Clock clock : fold(facts())) {
                Instant due = clock.steps().get(0).newDueAt();
                for (ClockStep step : clock.steps()) {
                    if (step.event() == ClockEvent.RESUMED
                            || clock.pauses().size() > 0 && step.at().equals(clock.endedAt())) {
                        assertThat(step.newDueAt()).isAfterOrEqualTo(due);
                        due = step.newDueAt();
                        continue;
                    }
                    assertThat(step.newDueAt()).isBeforeOrEqualTo(due);
                    assertThat(step.event() == ClockEvent.RETARGETED)
                            .isEqualTo(step.newDueAt().isBefore(due));
                    due = step.newDueAt();
                }
                assertThat(clock.dueAt()).isEqualTo(due);
            }
        }
    }

    @Test
    void tighteningLeavesFifteenMinutesOrTheWholeNewTarget() {
        for (int history = 0; history < HISTORIES; history++) {
            for (Clock clock : fold(facts())) {
                clock.steps().stream()
                        .filter(step -> step.event() == ClockEvent.RETARGETED)
                        .forEach(step -> assertThat(step.remaining()).isGreaterThanOrEqualTo(Duration.ofMinutes(15)));
            }
        }
    }

    @Test
    void oneClockOfAKindRunsAtATimeAndCyclesFollowOneAnother() {
        for (int history = 0; history < HISTORIES; history++) {
            List<Clock> clocks = fold(facts());
            for (ClockKind kind : ClockKind.values()) {
                List<Clock> ofKind =
                        clocks.stream().filter(clock -> clock.kind() == kind).toList();
                for (int i = 0; i < ofKind.size(); i++) {
                    assertThat(ofKind.get(i).cycle()).isEqualTo(i + 1);
                    if (i + 1 < ofKind.size() && ofKind.get(i).state() != ClockState.SILENT) {
                        assertThat(ofKind.get(i).owed()).isFalse();
                        assertThat(ofKind.get(i).endedAt())
                                .isBeforeOrEqualTo(ofKind.get(i + 1).startedAt());
                    }
                }
            }
        }
    }

    @Test
    void whatIsToldEndsWithTheClocksAsTheyAre() {
        for (int history = 0; history < HISTORIES; history++) {
            List<UnaryOperator<ClockFacts>> facts = facts();
            Collections.shuffle(facts, random);
            Map<String, Clock> told = new HashMap<>();
            ClockFacts known = ClockFacts.NONE;
            for (UnaryOperator<ClockFacts> fact : facts) {
                List<Clock> before = clocks(known);
                known = fact.apply(known);
                for (ClockUpdate update : ClockUpdate.between(before, clocks(known), CREATED)) {
                    told.put(update.clock().kind() + " " + update.clock().cycle(), update.clock());
                }
            }
            for (Clock clock : clocks(known)) {
                Clock last = told.get(clock.kind() + " " + clock.cycle());
                assertThat(last.state()).isEqualTo(clock.state());
                assertThat(last.dueAt()).isEqualTo(clock.dueAt());
                assertThat(last.endedAt()).isEqualTo(clock.endedAt());
                assertThat(last.pausedAt()).isEqualTo(clock.pausedAt());
                assertThat(last.startedBy()).isEqualTo(clock.startedBy());
            }
            assertThat(told.values().stream().filter(Clock::owed).count())
                    .isEqualTo(clocks(known).stream().filter(Clock::owed).count());
        }
    }

    private static List<Clock> fold(List<UnaryOperator<ClockFacts>> facts) {
        ClockFacts known = ClockFacts.NONE;
        for (UnaryOperator<ClockFacts> fact : facts) {
            known = fact.apply(known);
        }
        return clocks(known);
    }

    private static List<Clock> clocks(ClockFacts facts) {
        return ClockFold.of(facts, version -> Story.POLICY);
    }

    private List<UnaryOperator<ClockFacts>> facts() {
        List<UnaryOperator<ClockFacts>> facts = new ArrayList<>();
        Terms terms = null;
        Instant asOf = CREATED;
        for (int version = 1; version <= 1 + random.nextInt(5); version++) {
            terms = terms == null || random.nextInt(4) > 0 ? terms() : terms;
            // now and then a database's clock is set back
            asOf = asOf.plusSeconds(random.nextInt(7200) - 600L);
            ScoredFact fact = new ScoredFact(version, asOf, version, asOf, terms);
            facts.add(known -> known.with(fact));
        }
        for (int i = random.nextInt(10); i > 0; i--) {
            Standing standing = random.nextInt(12) == 0
                    ? Standing.MERGED
                    : pick(Standing.DONE, Standing.OPEN, Standing.WAITING, null, null);
            boolean writes = standing == null && random.nextBoolean() || random.nextInt(6) == 0;
            boolean answers = !writes && (standing == null || random.nextInt(4) == 0);
            ActivityFact fact = new ActivityFact("a" + i, moment(), answers, standing, writes ? "m" + i : null);
            facts.add(known -> known.with(fact));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            EscalationFact fact = new EscalationFact(
                    "e" + i,
                    moment(),
                    pick(EscalationTrigger.values()),
                    pick(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION, null));
            facts.add(known -> known.with(fact));
            if (random.nextBoolean()) {
                EscalationEnd end = new EscalationEnd("e" + i, moment());
                facts.add(known -> known.with(end));
            }
        }
        return facts;
    }

    private Terms terms() {
        return new Terms(
                "starter",
                CREATED,
                random.nextInt(20) == 0,
                pick(TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.SOLVED),
                random.nextBoolean() ? CREATED : moment(),
                pick(Severity.values()),
                pick(dev.signalbox.contracts.Band.values()),
                pick(dev.signalbox.contracts.PlanTier.values()),
                random.nextInt(101),
                random.nextInt(5) > 0,
                pick(Sentiment.Label.values()),
                random.nextBoolean(),
                new Target(pick(TARGETS), "24x7"),
                new Target(pick(TARGETS), "24x7"),
                new Target(pick(TARGETS).multipliedBy(2), "24x7"));
    }

    /** A whole minute, so that facts often share one. */
    private Instant moment() {
        return CREATED.plus(Duration.ofMinutes(random.nextInt(600)));
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}

package dev.signalbox.decisions.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What holds for every history of a ticket. */
class ClockFoldPropertiesTest {

    private static final int HISTORIES = Seeds.rounds(3_000);

    private static final Set<ClockEvent> ENDS_A_PAUSE =
            EnumSet.of(ClockEvent.RESUMED, ClockEvent.FULFILLED, ClockEvent.CANCELLED);

    private static final Set<ClockCause> CORRECTS = EnumSet.of(ClockCause.LOOSENED, ClockCause.HOLIDAYS_CHANGED);

    private final Random random = Seeds.random(ClockFoldPropertiesTest.class);
    private final RandomHistories histories = RandomHistories.wild(random);

    @Test
    void anyOrderAndRepetitionOfTheSameFactsGivesTheSameClocks() {
        for (int history = 0; history < HISTORIES; history++) {
            List<UnaryOperator<ClockFacts>> facts = histories.facts();
            List<Clock> inOrder = fold(facts);

            List<UnaryOperator<ClockFacts>> shuffled = new ArrayList<>(facts);
            shuffled.addAll(facts.subList(0, random.nextInt(facts.size())));
            Collections.shuffle(shuffled, random);

            assertThat(fold(shuffled)).isEqualTo(inOrder);
        }
    }

    /** A pause moves the deadline by as much as it lasted, a person as far as they answer for. */
    @Test
    void apartFromPausesAndNamedPersonsAPromiseOnlyTightens() {
        for (int history = 0; history < HISTORIES; history++) {
            for (Clock clock : fold(histories.facts())) {
                Instant due = clock.steps().get(0).newDueAt();
                for (ClockStep step : clock.steps()) {
                    boolean endsPause = ENDS_A_PAUSE.contains(step.event());
                    if (step.cause() == ClockCause.HOLIDAYS_CHANGED) {
                        assertThat(step.newDueAt()).isNotEqualTo(due);
                    } else if (endsPause || step.cause() == ClockCause.LOOSENED) {
                        assertThat(step.newDueAt()).isAfterOrEqualTo(due);
                    } else {
                        assertThat(step.newDueAt()).isBeforeOrEqualTo(due);
                        assertThat(step.event() == ClockEvent.RETARGETED)
                                .isEqualTo(step.newDueAt().isBefore(due));
                    }
                    due = step.newDueAt();
                }
                assertThat(clock.dueAt()).isEqualTo(due);
            }
        }
    }

    @Test
    void tighteningLeavesFifteenMinutesOrTheWholeNewTarget() {
        for (int history = 0; history < HISTORIES; history++) {
            for (Clock clock : fold(histories.facts())) {
                clock.steps().stream()
                        .filter(step -> step.event() == ClockEvent.RETARGETED && !CORRECTS.contains(step.cause()))
                        .forEach(step -> assertThat(step.remaining()).isGreaterThanOrEqualTo(Duration.ofMinutes(15)));
            }
        }
    }

    @Test
    void oneClockOfAKindRunsAtATimeAndCyclesFollowOneAnother() {
        for (int history = 0; history < HISTORIES; history++) {
            List<Clock> clocks = fold(histories.facts());
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
            List<UnaryOperator<ClockFacts>> facts = histories.facts();
            Collections.shuffle(facts, random);
            Map<String, Clock> told = new HashMap<>();
            ClockFacts known = ClockFacts.NONE;
            for (UnaryOperator<ClockFacts> fact : facts) {
                List<Clock> before = clocks(known);
                known = fact.apply(known);
                for (ClockUpdate update : ClockUpdate.between(before, clocks(known), RandomHistories.CREATED)) {
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
        return ClockFold.of(facts, CalendarOfAPromiseTest::policy);
    }
}

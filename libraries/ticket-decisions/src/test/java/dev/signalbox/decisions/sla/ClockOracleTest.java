package dev.signalbox.decisions.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.decisions.Seeds;
import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The fold against a simulation that lives through every minute: pauses, retargets, reopenings, replies in every order.
 * {@code -Dsignalbox.rounds=100000} for the long run.
 */
class ClockOracleTest {

    private static final int HISTORIES = Seeds.rounds(1_000);

    private final Random random = Seeds.random(ClockOracleTest.class);
    private final RandomHistories histories = RandomHistories.tame(random);

    @Test
    void everyClockHasUsedAndHasLeftWhatAStopWatchSays() {
        int clocks = 0;
        for (int history = 0; history < HISTORIES; history++) {
            ClockFacts facts = known(histories.facts());
            Instant until = RandomHistories.CREATED.plus(Duration.ofMinutes(random.nextInt(RandomHistories.MINUTES)));
            List<String> folded = ClockFold.of(facts, version -> Story.POLICY, until).stream()
                    .map(clock -> clock.kind() + " " + clock.cycle() + " " + clock.state() + " by " + clock.startedBy()
                            + " used " + clock.elapsedAt(until) + " left " + clock.remainingAt(until) + " breached "
                            + clock.breachedAt(until))
                    .sorted()
                    .toList();
            List<String> lived = new MinuteByMinute(facts)
                    .live(until).all.stream()
                            .map(watch -> watch.kind + " " + watch.cycle + " " + watch.state + " by " + watch.startedBy
                                    + " used " + Duration.ofNanos(watch.usedNanos) + " left "
                                    + Duration.ofNanos(watch.leftNanos) + " breached "
                                    + (!watch.state.equals("CANCELLED") && watch.leftNanos < 0))
                            .sorted()
                            .toList();

            assertThat(folded).as(() -> until + " of " + facts).isEqualTo(lived);
            clocks += folded.size();
        }
        System.out.println("ClockOracleTest compared " + HISTORIES + " histories with " + clocks + " clocks");
    }

    @Test
    void breaksInASupportCalendarCountLikeMinutesThatNobodyWorks() {
        for (int round = 0; round < HISTORIES; round++) {
            int opens = random.nextInt(1440);
            int open = 1 + random.nextInt(1440);
            MinuteCalendar support = new MinuteCalendar(minute -> Math.floorMod(minute - opens, 1440L) < open);
            List<Pause> pauses = new ArrayList<>();
            long minute = 0;
            for (int i = random.nextInt(5); i >= 0; i--) {
                long from = minute + random.nextInt(400);
                minute = from + random.nextInt(2000);
                pauses.add(new Pause(instant(from), instant(minute)));
            }
            MinuteCalendar expected = new MinuteCalendar(m -> support.works().test(m)
                    && pauses.stream()
                            .noneMatch(p ->
                                    !instant(m).isBefore(p.from()) && instant(m).isBefore(p.until())));
            WorkCalendar interrupted = MinuteCalendar.interrupted(support, pauses);
            Instant from = instant(random.nextInt(4000));
            Instant to = instant(random.nextInt(6000));
            Duration working = Duration.ofMinutes(random.nextInt(3000));

            assertThat(interrupted.between(from, to)).isEqualTo(expected.between(from, to));
            assertThat(interrupted.after(from, working)).isEqualTo(expected.after(from, working));
        }
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(60 * minute);
    }

    private static ClockFacts known(List<UnaryOperator<ClockFacts>> facts) {
        ClockFacts known = ClockFacts.NONE;
        for (UnaryOperator<ClockFacts> fact : facts) {
            known = fact.apply(known);
        }
        return known;
    }
}

package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.LevelTiming;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A level of a clock and the moment at which it is due.
 *
 * @param dueAt to the microsecond
 * @param timing why it is due then
 */
public record DueLevel(Level level, Instant dueAt, LevelTiming timing) {

    /**
     * The next level of a clock after those that are decided. A level that lies before the moment at which the promise took
     * its form is due at that moment. While the clock is paused only a level is due that it reached before.
     *
     * @param decided the highest percentage decided so far, 0 for none
     * @param handOver working time that has to fit between the reassign level and the deadline; null for none
     */
    public static Optional<DueLevel> next(
            Clock clock, WatchdogPolicy policy, int decided, @Nullable Duration handOver) {
        return clock.owed()
                ? policy.levels().stream()
                        .filter(level -> level.percent() > decided)
                        .findFirst()
                        .map(level -> of(clock, policy, level, handOver))
                        .filter(level -> clock.comesTo(level.dueAt()))
                : Optional.empty();
    }

    /** All undecided levels of a clock that are due by that moment, lowest first. */
    public static List<DueLevel> overdue(
            Clock clock, WatchdogPolicy policy, int decided, @Nullable Duration handOver, Instant now) {
        return policy.levels().stream()
                .filter(level -> level.percent() > decided)
                .map(level -> of(clock, policy, level, handOver))
                .filter(level -> !level.dueAt().isAfter(now) && clock.comesTo(level.dueAt()))
                .toList();
    }

    private static DueLevel of(Clock clock, WatchdogPolicy policy, Level level, @Nullable Duration handOver) {
        if (level.percent() == Level.DEADLINE) {
            Instant dueAt = later(clock.dueAt(), clock.promisedAt()).truncatedTo(ChronoUnit.MICROS);
            return new DueLevel(level, dueAt, LevelTiming.SHARE);
        }
        Duration working = clock.workCalendar().between(clock.startedAt(), clock.dueAt());
        LevelTiming timing = timing(working, policy, level, handOver);
        Duration used = timing == LevelTiming.LAST_RESPONSIBLE_MOMENT
                ? working.minus(handOver == null ? Duration.ZERO : handOver)
                : share(working, level.percent());
        Instant reached = clock.workCalendar().after(clock.startedAt(), used);
        return new DueLevel(level, later(reached, clock.promisedAt()).truncatedTo(ChronoUnit.MICROS), timing);
    }

    /** Only the reassign level moves, only forward, and never before the levels that come first (N5). */
    private static LevelTiming timing(
            Duration working, WatchdogPolicy policy, Level level, @Nullable Duration handOver) {
        LastMoment lastMoment = policy.lastMoment();
        if (lastMoment == null || handOver == null || level.act() != LevelAct.REASSIGN_OR_WARN) {
            return LevelTiming.SHARE;
        }
        Duration last = working.minus(handOver);
        if (last.compareTo(share(working, level.percent())) >= 0) {
            return LevelTiming.SHARE;
        }
        int earliest = Math.max(lastMoment.notBefore(), policy.before(level));
        return last.compareTo(share(working, earliest)) < 0
                ? LevelTiming.NO_TIME_TO_HAND_OVER
                : LevelTiming.LAST_RESPONSIBLE_MOMENT;
    }

    private static Duration share(Duration working, int percent) {
        return working.multipliedBy(percent).dividedBy(Level.DEADLINE);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package dev.signalbox.decisions.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A level of a clock and the moment at which it is due.
 *
 * @param dueAt to the microsecond
 */
public record DueLevel(Level level, Instant dueAt) {

    /**
     * The next level of a running clock after those that are decided. A level that lies before the moment at which the
     * promise took its form is due at that moment.
     *
     * @param decided the highest percentage decided so far, 0 for none
     */
    public static Optional<DueLevel> next(Clock clock, WatchdogPolicy policy, int decided) {
        return clock.running()
                ? policy.levels().stream()
                        .filter(level -> level.percent() > decided)
                        .findFirst()
                        .map(level -> new DueLevel(level, dueAt(clock, level)))
                : Optional.empty();
    }

    /** All undecided levels of a clock that are due by that moment, lowest first. */
    public static List<DueLevel> overdue(Clock clock, WatchdogPolicy policy, int decided, Instant now) {
        return policy.levels().stream()
                .filter(level -> level.percent() > decided)
                .map(level -> new DueLevel(level, dueAt(clock, level)))
                .filter(level -> !level.dueAt().isAfter(now))
                .toList();
    }

    private static Instant dueAt(Clock clock, Level level) {
        if (level.percent() == Level.DEADLINE) {
            return later(clock.dueAt(), clock.promisedAt()).truncatedTo(ChronoUnit.MICROS);
        }
        Duration working = clock.workCalendar().between(clock.startedAt(), clock.dueAt());
        Duration share = working.multipliedBy(level.percent()).dividedBy(Level.DEADLINE);
        Instant reached = clock.workCalendar().after(clock.startedAt(), share);
        return later(reached, clock.promisedAt()).truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

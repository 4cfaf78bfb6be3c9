package dev.signalbox.contracts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the watchdog asks routing or escalation to do.
 *
 * @param assignmentEpoch the owner it was decided for; a later owner makes it stale
 * @param predicted true: before the deadline
 * @param timing why the level was due at its moment
 * @param handOver working time that handing over and the next agent's first reply usually take; null where not reckoned
 * @param startedBy what started the clock, as in {@link SlaTimer}
 */
public record SlaAction(
        String ticketId,
        long sequence,
        Instant at,
        SlaActionKind action,
        ClockKind clock,
        int cycle,
        int level,
        long assignmentEpoch,
        String reason,
        boolean predicted,
        @Nullable LevelTiming timing,
        @Nullable Duration handOver,
        @Nullable String startedBy) {}

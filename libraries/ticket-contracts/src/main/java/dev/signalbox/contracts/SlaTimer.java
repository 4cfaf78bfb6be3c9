package dev.signalbox.contracts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time as an event: a level of a clock is due. Deciding it is another step, with a re-check (P36).
 *
 * @param cycle 1 for the first run of the clock
 * @param level percent of the clock's working time
 * @param lateBy {@code firedAt - dueAt}, never negative
 * @param clockRevision rises with every retarget; a timer of an older one is suppressed
 * @param timing why the level is due at that moment
 * @param startedBy what started the clock, as in {@link ClockChange}; with the kind it names the clock for good, also where
 *     a late fact gives it another cycle
 */
public record SlaTimer(
        String ticketId,
        long sequence,
        Instant at,
        ClockKind clock,
        int cycle,
        int level,
        Instant dueAt,
        Instant firedAt,
        Duration lateBy,
        long clockRevision,
        long assignmentEpoch,
        @Nullable LevelTiming timing,
        @Nullable String startedBy) {}

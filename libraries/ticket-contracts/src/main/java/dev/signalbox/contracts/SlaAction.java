package dev.signalbox.contracts;

import java.time.Instant;

/**
 * What the watchdog asks routing or escalation to do.
 *
 * @param assignmentEpoch the owner it was decided for; a later owner makes it stale
 * @param predicted true: before the deadline
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
        boolean predicted) {}

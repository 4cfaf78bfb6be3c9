package dev.signalbox.watchdog;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.PlanTier;
import java.time.Duration;

/**
 * What came of a level that was due, for the metrics.
 *
 * @param outcome an action or the reason of a suppression
 * @param late from due to decided, or null where no level was due
 * @param breach the promise turned out broken
 */
record LevelOutcome(
        String ticketId,
        ClockKind clock,
        int cycle,
        int level,
        String outcome,
        Duration late,
        boolean breach,
        Band band,
        PlanTier planTier) {}

/**
 * Targets, clocks and their levels. Scoring gives the target of a promise ({@link
 * dev.signalbox.decisions.sla.TargetTable}); a clock is the promise as it runs ({@link
 * dev.signalbox.decisions.sla.ClockFold}); a level is a point on it at which the watchdog acts ({@link
 * dev.signalbox.decisions.sla.LevelAct}).
 */
@NullMarked
package dev.signalbox.decisions.sla;

import org.jspecify.annotations.NullMarked;

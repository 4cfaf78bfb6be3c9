package dev.signalbox.decisions.sla;

import java.time.Instant;

/**
 * From a moment on, working time is counted by the calendars of that policy, although no version was scored by it: a
 * holiday that was added late reaches the tickets that it touches (I25, N4).
 */
public record CalendarFact(Instant at, String policyVersion) {}

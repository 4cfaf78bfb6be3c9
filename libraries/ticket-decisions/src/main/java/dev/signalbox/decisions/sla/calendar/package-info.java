/**
 * Which hours count (P7, P8). Nothing outside this package adds durations to moments of a promise or takes them apart
 * (I6): {@link dev.signalbox.decisions.sla.calendar.WorkCalendar} does.
 */
@NullMarked
package dev.signalbox.decisions.sla.calendar;

import org.jspecify.annotations.NullMarked;

package dev.signalbox.decisions.routing;

import dev.signalbox.decisions.sla.calendar.Calendars;

/**
 * What routing decides by.
 *
 * @param calendars of the same policy: shares of a target are working time (P7, I6)
 */
public record RoutingRules(RoutingPolicy policy, Calendars calendars) {}

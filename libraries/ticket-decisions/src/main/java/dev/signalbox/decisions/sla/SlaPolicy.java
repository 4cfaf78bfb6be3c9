package dev.signalbox.decisions.sla;

import dev.signalbox.decisions.sla.calendar.AroundTheClock;
import dev.signalbox.decisions.sla.calendar.BusinessCalendar;
import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code sla} section of the policy: targets, the watchdog's levels, what moves a running promise (S28-S36), and the
 * calendars that count (P7).
 *
 * @param calendars by name; a policy without any counts around the clock whatever its targets name
 */
public record SlaPolicy(
        TargetTable targets, WatchdogPolicy watchdog, DynamicPolicy dynamic, Map<String, BusinessCalendar> calendars) {

    /** The name of the calendar that never closes. Every policy knows it. */
    public static final String AROUND_THE_CLOCK = "24x7";

    public SlaPolicy {
        if (targets == null || watchdog == null || dynamic == null) {
            throw new IllegalArgumentException("sla needs the sections targets, watchdog and dynamic");
        }
        calendars = calendars == null ? Map.of() : Map.copyOf(calendars);
        if (calendars.containsKey(AROUND_THE_CLOCK)) {
            throw new IllegalArgumentException(
                    "sla.calendars must not describe 24x7: it is always there and never closes");
        }
        if (!calendars.isEmpty() && !knows(calendars, targets.calendar())) {
            Set<String> known = new TreeSet<>(calendars.keySet());
            known.add(AROUND_THE_CLOCK);
            throw new IllegalArgumentException(
                    "sla.targets.calendar is " + targets.calendar() + "; allowed are those of sla.calendars, " + known);
        }
    }

    /** Whether a calendar of that name is described. */
    public boolean knows(String calendar) {
        return knows(calendars, calendar);
    }

    /** The calendar of that name, or the support calendar of the policy where it has none. */
    public WorkCalendar calendar(String name) {
        WorkCalendar named = calendars.get(name);
        if (named != null) {
            return named;
        }
        WorkCalendar support = name.equals(AROUND_THE_CLOCK) ? null : calendars.get(targets.calendar());
        return support == null ? AroundTheClock.CALENDAR : support;
    }

    private static boolean knows(Map<String, BusinessCalendar> calendars, String name) {
        return name.equals(AROUND_THE_CLOCK) || calendars.containsKey(name);
    }
}

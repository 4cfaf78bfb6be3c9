package dev.signalbox.decisions.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything known about a ticket that bears on its clocks: a set, the same whatever the order and number of arrivals
 * (architecture 3.1). Versions are kept in their own order.
 */
public record ClockFacts(
        List<ScoredFact> versions,
        List<ActivityFact> activities,
        List<EscalationFact> escalations,
        List<EscalationEnd> escalationEnds,
        List<LooseningFact> loosenings,
        List<CalendarFact> calendars) {

    /** Before anything is known. */
    public static final ClockFacts NONE =
            new ClockFacts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ClockFacts {
        versions = versions == null ? List.of() : List.copyOf(versions);
        activities = activities == null ? List.of() : List.copyOf(activities);
        escalations = escalations == null ? List.of() : List.copyOf(escalations);
        escalationEnds = escalationEnds == null ? List.of() : List.copyOf(escalationEnds);
        loosenings = loosenings == null ? List.of() : List.copyOf(loosenings);
        calendars = calendars == null ? List.of() : List.copyOf(calendars);
    }

    /** These facts and a version; the same object if it is known already. */
    public ClockFacts with(ScoredFact fact) {
        if (versions.stream().anyMatch(known -> known.covers(fact.version()))) {
            return this;
        }
        List<ScoredFact> more = new ArrayList<>(versions);
        more.add(fact);
        more.sort(Comparator.comparingLong(ScoredFact::version));
        int place = more.indexOf(fact);
        if (place > 0 && fact.continues(more.get(place - 1))) {
            more.set(place - 1, more.get(place - 1).joinedBy(fact));
            more.remove(place);
        }
        return new ClockFacts(more, activities, escalations, escalationEnds, loosenings, calendars);
    }

    /** These facts and an activity; the same object if it is known already. */
    public ClockFacts with(ActivityFact fact) {
        if (activities.stream().anyMatch(known -> known.activityId().equals(fact.activityId()))) {
            return this;
        }
        List<ActivityFact> more = new ArrayList<>(activities);
        more.add(fact);
        return new ClockFacts(versions, more, escalations, escalationEnds, loosenings, calendars);
    }

    /** These facts and an escalation; the same object if it is known already. */
    public ClockFacts with(EscalationFact fact) {
        if (escalations.stream().anyMatch(fact::sameReasonAs)) {
            return this;
        }
        List<EscalationFact> more = new ArrayList<>(escalations);
        more.add(fact);
        return new ClockFacts(versions, activities, more, escalationEnds, loosenings, calendars);
    }

    /** These facts and the end of an escalation; the same object if it is known already. */
    public ClockFacts with(EscalationEnd fact) {
        if (escalationEnds.stream().anyMatch(known -> known.escalationId().equals(fact.escalationId()))) {
            return this;
        }
        List<EscalationEnd> more = new ArrayList<>(escalationEnds);
        more.add(fact);
        return new ClockFacts(versions, activities, escalations, more, loosenings, calendars);
    }

    /** These facts and a loosened promise; the same object if it is known already. */
    public ClockFacts with(LooseningFact fact) {
        if (loosenings.stream().anyMatch(known -> known.id().equals(fact.id()))) {
            return this;
        }
        List<LooseningFact> more = new ArrayList<>(loosenings);
        more.add(fact);
        return new ClockFacts(versions, activities, escalations, escalationEnds, more, calendars);
    }

    /** These facts and other calendars; the same object if they are known already. */
    public ClockFacts with(CalendarFact fact) {
        if (calendars.contains(fact)) {
            return this;
        }
        List<CalendarFact> more = new ArrayList<>(calendars);
        more.add(fact);
        return new ClockFacts(versions, activities, escalations, escalationEnds, loosenings, more);
    }

    /**
     * The policy whose calendars count at a moment, and since when: that of the last version which was scored by another
     * one than the version before it, or the last that came by itself.
     *
     * @throws IllegalStateException before the first version
     */
    public CalendarFact calendarsAt(Instant moment) {
        if (versions.isEmpty()) {
            throw new IllegalStateException("no version says which policy counts");
        }
        ScoredFact before = versions.get(0);
        CalendarFact counting = new CalendarFact(before.asOf(), before.terms().policyVersion());
        Instant latest = before.throughAsOf();
        for (ScoredFact version : versions.subList(1, versions.size())) {
            latest = latest.isAfter(version.asOf()) ? latest : version.asOf();
            String policy = version.terms().policyVersion();
            if (!policy.equals(before.terms().policyVersion())) {
                counting = later(counting, new CalendarFact(latest, policy), moment);
            }
            latest = latest.isAfter(version.throughAsOf()) ? latest : version.throughAsOf();
            before = version;
        }
        for (CalendarFact fact : calendars) {
            counting = later(counting, fact, moment);
        }
        return counting;
    }

    // of two that came in one moment any will do, if it is the same in every order of arrival
    private static CalendarFact later(CalendarFact one, CalendarFact other, Instant until) {
        int order = other.at().compareTo(one.at());
        boolean replaces = order > 0 || (order == 0 && other.policyVersion().compareTo(one.policyVersion()) > 0);
        return replaces && !other.at().isAfter(until) ? other : one;
    }
}

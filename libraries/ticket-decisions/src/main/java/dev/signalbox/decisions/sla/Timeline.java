package dev.signalbox.decisions.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Facts in the order of their own times. Facts of one instant have a fixed order: calendars, a version, then an answer, then a
 * merge, an end, waiting, a reopening, then the customer's message, then an escalation and its end, then a loosened promise.
 */
final class Timeline {

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::at).thenComparing(Entry::rank).thenComparing(Entry::tie);

    private final List<Entry> entries = new ArrayList<>();
    private final Instant begin;

    private Timeline(Instant begin) {
        this.begin = begin;
    }

    /** Everything up to that moment after the first version, which starts the clocks. */
    static List<ClockFold.Moment> of(ClockFacts facts, Instant until) {
        Timeline timeline = new Timeline(facts.versions().get(0).terms().createdAt());
        timeline.addVersions(facts.versions());
        facts.activities().forEach(timeline::add);
        facts.escalations().forEach(timeline::add);
        facts.escalationEnds().forEach(timeline::add);
        facts.loosenings().forEach(timeline::add);
        facts.calendars().forEach(timeline::add);
        return timeline.entries.stream()
                .filter(entry -> !entry.at().isAfter(until))
                .sorted(ORDER)
                .map(Entry::moment)
                .toList();
    }

    private void addVersions(List<ScoredFact> versions) {
        Terms before = versions.get(0).terms();
        if (Standing.of(before.status()) != Standing.OPEN || before.updatedAt().isAfter(before.createdAt())) {
            addStanding(before, "v0");
        }
        Instant latest = versions.get(0).throughAsOf();
        for (ScoredFact version : versions.subList(1, versions.size())) {
            Terms terms = version.terms();
            latest = latest.isAfter(version.asOf()) ? latest : version.asOf();
            Instant at = latest;
            add(at, Rank.VERSION, String.format("%020d", version.version()), fold -> fold.rescored(at, terms));
            // a snapshot tells the status only if it is a newer one; activity tells the rest
            if (terms.status() != before.status() && terms.updatedAt().isAfter(before.updatedAt())) {
                addStanding(terms, "v" + version.version());
            }
            latest = latest.isAfter(version.throughAsOf()) ? latest : version.throughAsOf();
            before = terms;
        }
    }

    private void addStanding(Terms terms, String tie) {
        add(terms.updatedAt(), Standing.of(terms.status()), tie);
    }

    private void add(Instant at, Standing standing, String tie) {
        Instant from = notBeforeTheBegin(at);
        add(at, Rank.of(standing), tie, fold -> fold.stands(from, standing));
    }

    private void add(ActivityFact fact) {
        Instant from = notBeforeTheBegin(fact.at());
        if (fact.answers()) {
            add(fact.at(), Rank.ANSWER, fact.activityId(), fold -> fold.answered(from, fact.activityId()));
        }
        if (fact.standing() != null) {
            add(fact.at(), fact.standing(), fact.activityId());
        }
        String message = fact.message();
        if (message != null) {
            // a helpdesk that says nothing about the status leaves it to the message to end the waiting
            boolean endsWaiting = fact.standing() == null;
            add(fact.at(), Rank.MESSAGE, fact.activityId(), fold -> fold.wrote(from, message, endsWaiting));
        }
    }

    private void add(LooseningFact fact) {
        Instant from = notBeforeTheBegin(fact.at());
        add(fact.at(), Rank.LOOSENING, fact.id(), fold -> fold.loosened(from, fact));
    }

    private void add(CalendarFact fact) {
        Instant from = notBeforeTheBegin(fact.at());
        add(fact.at(), Rank.CALENDARS, fact.policyVersion(), fold -> fold.calendarsChanged(from));
    }

    private void add(EscalationEnd fact) {
        Instant from = notBeforeTheBegin(fact.at());
        add(fact.at(), Rank.ESCALATION_END, fact.escalationId(), fold -> fold.escalationEnded(from, fact));
    }

    private void add(EscalationFact fact) {
        Instant from = notBeforeTheBegin(fact.at());
        add(fact.at(), Rank.ESCALATION, fact.escalationId() + fact.trigger(), fold -> fold.escalated(from, fact));
    }

    private void add(Instant at, Rank rank, String tie, ClockFold.Moment moment) {
        entries.add(new Entry(at, rank, tie, moment));
    }

    private Instant notBeforeTheBegin(Instant at) {
        return at.isBefore(begin) ? begin : at;
    }

    private enum Rank {
        CALENDARS,
        VERSION,
        ANSWER,
        MERGED,
        DONE,
        WAITING,
        OPEN,
        MESSAGE,
        ESCALATION,
        ESCALATION_END,
        LOOSENING;

        static Rank of(Standing standing) {
            return valueOf(standing.name());
        }
    }

    private record Entry(Instant at, Rank rank, String tie, ClockFold.Moment moment) {}
}

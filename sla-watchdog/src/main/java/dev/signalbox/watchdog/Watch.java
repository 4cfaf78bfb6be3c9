package dev.signalbox.watchdog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.decisions.sla.CalendarFact;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockFacts;
import dev.signalbox.decisions.sla.Ownership;
import dev.signalbox.decisions.sla.TeamTenures;
import dev.signalbox.decisions.sla.Tenures;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of a ticket between records. Clocks are not kept: they follow from the facts.
 *
 * @param routesSeen highest sequence of {@code tickets.routed} taken, so that a repetition changes nothing
 * @param escalationsSeen the same for {@code escalations}
 * @param timersSeen the same for {@code sla.timers}
 * @param clockSequence last sequence told on {@code sla.clocks}
 * @param actionSequence last sequence told on {@code sla.actions}
 * @param tenures who has had it
 * @param teams which teams have had it
 * @param handOver what giving it to somebody else would take
 * @param replyLearned its first reply has been learned from
 * @param reassignments how often the ticket was taken from one agent and given to another
 * @param reassignmentsAsked how often the watchdog asked for that
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Watch(
        ClockFacts facts,
        Ownership ownership,
        Tenures tenures,
        TeamTenures teams,
        HandOver handOver,
        boolean replyLearned,
        long routesSeen,
        long escalationsSeen,
        long timersSeen,
        long clockSequence,
        long actionSequence,
        int reassignments,
        int reassignmentsAsked,
        List<ClockLedger> ledgers) {

    static final Watch EMPTY = new Watch(
            ClockFacts.NONE,
            Ownership.NOBODY,
            Tenures.NONE,
            TeamTenures.NONE,
            HandOver.UNKNOWN,
            false,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            List.of());

    Watch {
        facts = facts == null ? ClockFacts.NONE : facts;
        ownership = ownership == null ? Ownership.NOBODY : ownership;
        tenures = tenures == null ? Tenures.NONE : tenures;
        teams = teams == null ? TeamTenures.NONE : teams;
        handOver = handOver == null ? HandOver.UNKNOWN : handOver;
        ledgers = ledgers == null ? List.of() : List.copyOf(ledgers);
    }

    /** The policies that have to be there before its clocks can be told. */
    Stream<String> policyVersions() {
        return Stream.concat(
                        facts.versions().stream().map(fact -> fact.terms().policyVersion()),
                        facts.calendars().stream().map(CalendarFact::policyVersion))
                .distinct();
    }

    /** What was done about a clock. */
    ClockLedger ledger(Clock clock) {
        return ledgers.stream()
                .filter(ledger -> ledger.isOf(clock))
                .findFirst()
                .orElseGet(() -> ClockLedger.opened(clock));
    }
}

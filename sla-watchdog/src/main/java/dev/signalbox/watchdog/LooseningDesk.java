package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockState;
import dev.signalbox.decisions.sla.LooseningFact;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes a loosened promise as a fact about its ticket, or says why it cannot. */
@ApplicationScoped
class LooseningDesk {

    private final Transactions transactions;
    private final Watches watches;
    private final SlaPolicies policies;
    private final Settlement settlement;
    private final WatchdogMetrics metrics;

    LooseningDesk(
            Transactions transactions,
            Watches watches,
            SlaPolicies policies,
            Settlement settlement,
            WatchdogMetrics metrics) {
        this.transactions = transactions;
        this.watches = watches;
        this.policies = policies;
        this.settlement = settlement;
        this.metrics = metrics;
    }

    Uni<TicketClocks.ClockView> loosen(String ticketId, Loosening loosening) {
        Outcomes outcomes = new Outcomes();
        return transactions
                .run(work -> watches.lock(work, new TreeSet<>(List.of(ticketId)), Collections.emptySortedSet())
                        .map(known -> known(known, ticketId))
                        .call(watch -> policies.arrived(watch.policyVersions().toList()))
                        .chain(watch -> loosen(work, ticketId, watch, loosening, outcomes)))
                .invoke(() -> metrics.count(outcomes));
    }

    private Uni<TicketClocks.ClockView> loosen(
            UnitOfWork work, String ticketId, Watch watch, Loosening loosening, Outcomes outcomes) {
        TicketWatch ticket = new TicketWatch(ticketId, watch, policies::named, work.now());
        LooseningFact fact = loosening.at(work.now());
        boolean known = watch.facts().loosenings().stream()
                .anyMatch(earlier -> earlier.id().equals(fact.id()));
        if (!known) {
            refuseUnlessLooser(ticketId, ticket.clock(fact.clock()).orElse(null), fact, work.now());
            ticket.loosened(fact);
        }
        Map<String, TicketWatch> tickets = new TreeMap<>(Map.of(ticketId, ticket));
        return settlement
                .settle(work, tickets.values())
                .chain(() -> settlement.keep(work, tickets, outcomes))
                .replaceWith(() -> view(ticketId, ticket, fact.clock(), work.now()));
    }

    private static Watch known(Map<String, Watch> known, String ticketId) {
        Watch watch = known.get(ticketId);
        if (watch == null || watch.facts().versions().isEmpty()) {
            throw ProblemException.notFound("The ticket " + ticketId);
        }
        return watch;
    }

    private static TicketClocks.ClockView view(String ticketId, TicketWatch ticket, ClockKind kind, Instant now) {
        Clock clock = ticket.clock(kind).orElseThrow();
        return TicketClocks.ClockView.of(ticketId, clock, ticket.ledgers().of(clock), now);
    }

    private static void refuseUnlessLooser(String ticketId, Clock clock, LooseningFact fact, Instant now) {
        if (clock == null || clock.state() != ClockState.RUNNING) {
            throw new ProblemException(
                    409,
                    "Only a running clock can be loosened.",
                    List.of(new Fault(
                            "/clock",
                            fact.clock() + " of " + ticketId + " is " + (clock == null ? "not started" : clock.state()),
                            "a clock that is RUNNING; see GET /v1/clocks/" + ticketId)));
        }
        if (clock.breachedAt(now)) {
            throw new ProblemException(
                    409,
                    "A broken promise cannot be loosened.",
                    List.of(new Fault("/clock", "was due at " + clock.dueAt(), "a clock that is not overdue")));
        }
        if (!fact.dueAt().isAfter(clock.dueAt())) {
            throw new ProblemException(
                    422,
                    "That would not promise less.",
                    List.of(new Fault("/dueAt", "is " + fact.dueAt(), "later than " + clock.dueAt())));
        }
    }
}

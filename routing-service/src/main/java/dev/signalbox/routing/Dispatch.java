package dev.signalbox.routing;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.routing.Draft;
import dev.signalbox.decisions.routing.Outcome;
import dev.signalbox.decisions.routing.Roster;
import dev.signalbox.decisions.routing.Round;
import dev.signalbox.decisions.routing.RoutingPolicy;
import dev.signalbox.decisions.routing.RoutingRules;
import dev.signalbox.decisions.routing.TicketState;
import dev.signalbox.decisions.routing.queue.Queued;
import dev.signalbox.edge.Policies;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One routing transaction, whatever caused it: lock, load, settle, serve whoever waits, keep, say. Records, requests and
 * the sweep differ only in what they change before.
 */
@ApplicationScoped
public class Dispatch {

    /** What a record or request changes of one ticket: what is known of it, then what is asked of its owner. */
    interface Change {

        KnownTicket hear(KnownTicket ticket);

        default Draft ask(Draft draft, Roster roster) {
            return draft;
        }
    }

    /** Looks again and changes nothing. */
    static final Change LOOK = ticket -> ticket;

    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    private final Assignments assignments;
    private final Agents agents;
    private final AgentNews news;
    private final Queues queues;
    private final Policies policies;
    private final RoutingMetrics metrics;

    Dispatch(
            Assignments assignments,
            Agents agents,
            AgentNews news,
            Queues queues,
            Policies policies,
            RoutingMetrics metrics) {
        this.assignments = assignments;
        this.agents = agents;
        this.news = news;
        this.queues = queues;
        this.policies = policies;
        this.metrics = metrics;
    }

    /** Everything that one transaction has read. */
    private record Reading(
            Agents.Present present,
            Map<String, KnownTicket> tickets,
            Map<String, RoutingRules> policies,
            RoutingPolicy active) {

        Roster roster() {
            return present.roster();
        }

        RoutingRules rulesOf(KnownTicket ticket) {
            return Objects.requireNonNull(policies.get(ticket.file().policyVersion()));
        }
    }

    /** Takes the lock; comes first in every transaction of this service. */
    Uni<Void> lock(UnitOfWork work) {
        return assignments.lock(work);
    }

    /** Changes the named tickets and serves whom that lets serve. Needs the lock. Returns what became of the named. */
    Uni<Map<String, Outcome>> decide(UnitOfWork work, Map<String, Change> changes) {
        return decide(work, changes, false);
    }

    /** The same, and looks at every queue: agents have changed, or time has passed. */
    Uni<Map<String, Outcome>> lookAround(UnitOfWork work, Map<String, Change> changes) {
        return decide(work, changes, true);
    }

    private Uni<Map<String, Outcome>> decide(UnitOfWork work, Map<String, Change> changes, boolean everyQueue) {
        return agents.roster(work)
                .chain(present -> assignments
                        .load(work, changes.keySet())
                        .map(tickets -> heard(tickets, changes))
                        .chain(tickets -> desk(present, tickets)))
                .chain(desk -> settle(work, desk, changes, everyQueue));
    }

    private static Map<String, KnownTicket> heard(Map<String, KnownTicket> tickets, Map<String, Change> changes) {
        Map<String, KnownTicket> heard = new LinkedHashMap<>();
        tickets.forEach((id, ticket) -> heard.put(id, changes.get(id).hear(ticket)));
        return heard;
    }

    private Uni<Reading> desk(Agents.Present present, Map<String, KnownTicket> tickets) {
        return policies.active()
                .chain(active -> named(tickets.values())
                        .map(named -> new Reading(
                                present, tickets, named, active.policy().routing())));
    }

    private Uni<Map<String, RoutingRules>> named(Collection<KnownTicket> tickets) {
        Set<String> hashes = tickets.stream()
                .filter(ticket -> ticket.file() != null)
                .map(ticket -> ticket.file().policyVersion())
                .collect(Collectors.toSet());
        Uni<Map<String, RoutingRules>> all = Uni.createFrom().item(new LinkedHashMap<>());
        for (String hash : hashes) {
            all = all.chain(known -> policies.named(hash).map(document -> with(known, document)));
        }
        return all;
    }

    private static Map<String, RoutingRules> with(Map<String, RoutingRules> known, PolicyDocument document) {
        known.put(document.hash(), document.policy().routingRules());
        return known;
    }

    private Uni<Map<String, Outcome>> settle(
            UnitOfWork work, Reading desk, Map<String, Change> changes, boolean everyQueue) {
        Round round =
                new Round(desk.roster(), desk.active().queue(), desk.present().firstNumber());
        List<Draft> drafts = new ArrayList<>();
        List<KnownTicket> unknown = new ArrayList<>();
        desk.tickets().forEach((id, ticket) -> {
            if (ticket.file() == null) {
                unknown.add(ticket);
            } else {
                Draft settled = round.settle(draft(desk, ticket));
                drafts.add(changes.get(id).ask(settled, desk.roster()));
            }
        });
        return queues.waiting(work, desk.present(), desk.active(), changes.keySet(), everyQueue)
                .chain(waiting -> named(waiting).map(named -> {
                    desk.policies().putAll(named);
                    for (KnownTicket ticket : waiting) {
                        desk.tickets().put(ticket.state().ticketId(), ticket);
                        if (ticket.file() == null) {
                            unknown.add(withoutFile(ticket));
                        } else {
                            drafts.add(round.settle(draft(desk, ticket)));
                        }
                    }
                    return serve(desk.roster(), round, drafts);
                }))
                .chain(outcomes -> keep(work, desk, unknown, outcomes)
                        .replaceWith(() -> outcomes.stream()
                                .collect(Collectors.toMap(
                                        outcome -> outcome.state().ticketId(),
                                        Function.identity(),
                                        first(),
                                        LinkedHashMap::new))));
    }

    /** One bad row must not stop all: it leaves the queue, and is decided again with the next version of its ticket. */
    private KnownTicket withoutFile(KnownTicket ticket) {
        metrics.withoutFile();
        queues.lookAgain();
        LOG.errorf(
                "A ticket that waits has no readable case file and is taken out of its queue: ticket %s",
                ticket.state().ticketId());
        return ticket;
    }

    private List<Outcome> serve(Roster roster, Round round, List<Draft> drafts) {
        int[] loads = roster.loads();
        List<Outcome> outcomes = round.serve(drafts);
        if (!roster.freedSince(loads).isEmpty()) {
            queues.lookAgain();
        }
        return outcomes;
    }

    private static Draft draft(Reading desk, KnownTicket ticket) {
        return Draft.of(ticket.file(), desk.rulesOf(ticket), ticket.state(), ticket.counted());
    }

    private Uni<Void> keep(UnitOfWork work, Reading desk, List<KnownTicket> unknown, List<Outcome> outcomes) {
        List<TicketRow> rows = new ArrayList<>();
        unknown.forEach(ticket -> rows.add(TicketRow.heard(ticket.state())));
        for (Outcome outcome : outcomes) {
            KnownTicket before = desk.tickets().get(outcome.state().ticketId());
            if (changed(before, outcome)) {
                rows.add(TicketRow.of(outcome, before.fresh()));
            }
        }
        return assignments
                .save(work, rows)
                .chain(() ->
                        queues.positioned(work, desk.active(), desk.roster().now(), outcomes))
                .chain(placed -> work.publish(events(placed, desk.roster().now())))
                .chain(() -> news.tell(work, desk.present(), desk.active()))
                .invoke(() -> {
                    metrics.decided(outcomes);
                    outcomes.forEach(outcome -> watchBound(desk, outcome));
                });
    }

    /** Tells of a promise that was broken, once: what is kept of the ticket no longer has it. */
    private void watchBound(Reading desk, Outcome outcome) {
        TicketState state = outcome.state();
        Queued before = desk.tickets().get(state.ticketId()).state().queued();
        boolean staffed = state.standing().decision() != RouteDecision.NO_ELIGIBLE_AGENT;
        Instant now = desk.roster().now();
        if (before != null && before.latest() != null && before.latest().isBefore(now) && staffed) {
            metrics.beyondBound(outcome.band());
            LOG.errorf(
                    "A ticket waits longer than its bound: ticket %s, promised until %s, now %s",
                    state.ticketId(), before.latest(), now);
        }
    }

    private static boolean changed(KnownTicket before, Outcome outcome) {
        return before.fresh()
                || outcome.route() != null
                || before.changed()
                || !outcome.state().equals(before.state())
                || !Objects.equals(outcome.counted(), before.counted())
                || !Objects.equals(outcome.wakeAt(), before.wakeAt());
    }

    private static List<Event> events(List<Outcome> outcomes, Instant now) {
        List<Event> events = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.route() != null) {
                CaseFile routed = outcome.file().routed(outcome.route());
                String id = outcome.state().ticketId();
                events.add(Event.sequenced(
                        Topic.TICKETS_ROUTED, id, outcome.route().sequence(), now, routed));
            }
        }
        return events;
    }

    private static <T> BinaryOperator<T> first() {
        return (one, other) -> one;
    }
}

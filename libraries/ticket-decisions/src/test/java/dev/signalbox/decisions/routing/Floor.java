package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.AgentProfile;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.sla.calendar.AroundTheClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A support floor in memory: agents, tickets and a clock, with one {@link Round} for everything that happens. */
final class Floor {

    private static final Map<String, RoutingPolicy> POLICIES = new TreeMap<>();

    private static final int NUMBERS = 10_000;

    /** What a store would keep of a ticket. */
    record Kept(CaseFile file, TicketState state, String counted, Instant wakeAt) {}

    private record Seat(Presence presence, Instant since, long turn, int assigned, Instant assignedSince) {}

    private final RoutingRules rules;
    private final Map<String, AgentProfile> profiles = new TreeMap<>();
    private final Map<String, Seat> seats = new TreeMap<>();
    private final Map<String, Kept> tickets = new TreeMap<>();
    private final Map<String, List<Route>> told = new LinkedHashMap<>();
    private long numbers;
    private long actions;
    private long facts;
    private int stale;
    private Instant now = Tickets.NOW;

    Floor(RoutingRules rules) {
        this.rules = rules;
    }

    Floor(RoutingPolicy policy) {
        this(rules(policy));
    }

    Floor() {
        this(policy("", ""));
    }

    /** The starter policy with one text replaced. */
    static RoutingPolicy policy(String from, String to) {
        return POLICIES.computeIfAbsent(from + "=>" + to, key -> {
            String yaml = new String(PolicyDocument.resource("/policies/starter.yaml"), StandardCharsets.UTF_8);
            if (!yaml.contains(from)) {
                throw new IllegalArgumentException("The starter policy does not contain " + from);
            }
            return PolicyDocument.parse(yaml.replace(from, to).getBytes(StandardCharsets.UTF_8))
                    .policy()
                    .routing();
        });
    }

    RoutingPolicy policy() {
        return rules.policy();
    }

    RoutingRules rules() {
        return rules;
    }

    /** A policy whose promises count around the clock. */
    static RoutingRules rules(RoutingPolicy policy) {
        return new RoutingRules(policy, name -> AroundTheClock.CALENDAR);
    }

    Instant now() {
        return now;
    }

    Floor later(Duration passed) {
        now = now.plus(passed);
        return this;
    }

    Floor with(AgentProfile... agents) {
        for (AgentProfile agent : agents) {
            profiles.put(agent.id(), agent);
            seats.putIfAbsent(agent.id(), new Seat(Presence.ONLINE, now, 0, 0, Instant.EPOCH));
        }
        return this;
    }

    /** Also looks at everything again, as the sweep would. */
    void presence(String agentId, Presence presence) {
        Seat seat = seats.get(agentId);
        seats.put(agentId, new Seat(presence, now, seat.turn(), seat.assigned(), seat.assignedSince()));
        look();
    }

    /** Tells a version of a ticket; answers with what was said, or null. */
    Route scored(CaseFile file) {
        Kept kept = tickets.get(file.ticket().id());
        TicketState state = kept == null ? TicketState.unknown(file.ticket().id()) : kept.state();
        if (file.version() <= state.heard().version()) {
            return look();
        }
        tickets.put(
                file.ticket().id(),
                new Kept(
                        file,
                        state.with(state.heard().version(file.version())),
                        kept == null ? null : kept.counted(),
                        null));
        return round(file.ticket().id(), (draft, roster) -> draft);
    }

    Route happened(String ticketId, ActivityKind kind, String agentId, TicketStatus status, String assignee) {
        return happened(activity(ticketId, "a" + ++facts, now, kind, agentId, status, assignee));
    }

    static Activity activity(
            String ticketId,
            String id,
            Instant at,
            ActivityKind kind,
            String agentId,
            TicketStatus status,
            String assignee) {
        Actor actor = agentId == null
                ? new Actor(Actor.Kind.CUSTOMER, "77", null)
                : agentId.equals("system")
                        ? new Actor(Actor.Kind.SYSTEM, null, null)
                        : new Actor(Actor.Kind.AGENT, agentId, null);
        return new Activity(ticketId, id, at, kind, actor, true, "text", status, null, assignee, null, null);
    }

    Route happened(Activity activity) {
        Kept kept = tickets.getOrDefault(
                activity.ticketId(), new Kept(null, TicketState.unknown(activity.ticketId()), null, null));
        TicketState state = kept.state().with(kept.state().heard().activity(activity));
        tickets.put(activity.ticketId(), new Kept(kept.file(), state, kept.counted(), kept.wakeAt()));
        return round(activity.ticketId(), (draft, roster) -> draft);
    }

    Route escalated(Escalation change) {
        Kept kept = tickets.get(change.ticketId());
        TicketState state = kept.state().with(kept.state().heard().escalation(change));
        tickets.put(change.ticketId(), new Kept(kept.file(), state, kept.counted(), kept.wakeAt()));
        return round(change.ticketId(), (draft, roster) -> draft);
    }

    Route acts(String ticketId, SlaActionKind kind, ClockKind clock, int level, long epoch) {
        SlaAction action = new SlaAction(
                ticketId, ++actions, now, kind, clock, 1, level, epoch, "planned", level < 100, null, null, null);
        return round(ticketId, (draft, roster) -> new Commands(roster).act(draft, action));
    }

    Route asks(String ticketId, BiFunction<Commands, Draft, Draft> command) {
        return round(ticketId, (draft, roster) -> command.apply(new Commands(roster), draft));
    }

    /** Looks at every ticket again; answers with the last thing that was said, or null. */
    Route look() {
        return round(null, (draft, roster) -> draft);
    }

    /** Every ticket takes part in each round: what waits is served whenever capacity is free. */
    private Route round(String asked, BiFunction<Draft, Roster, Draft> command) {
        Roster roster = roster();
        Round round = new Round(roster, policy().queue(), numbers += NUMBERS);
        List<Draft> drafts = new ArrayList<>();
        tickets.values().stream().filter(kept -> kept.file() != null).forEach(kept -> {
            Draft settled = round.settle(Draft.of(kept.file(), rules, kept.state(), kept.counted()));
            boolean named = kept.state().ticketId().equals(asked);
            drafts.add(named ? command.apply(settled, roster) : settled);
        });
        Route last = null;
        for (Outcome outcome : round.serve(drafts)) {
            String id = outcome.state().ticketId();
            tickets.put(id, new Kept(outcome.file(), outcome.state(), outcome.counted(), outcome.wakeAt()));
            stale += outcome.stale();
            if (outcome.route() != null) {
                told.computeIfAbsent(id, ticket -> new ArrayList<>()).add(outcome.route());
                last = asked == null || id.equals(asked) ? outcome.route() : last;
            }
        }
        profiles.keySet().forEach(id -> {
            Seat seat = seats.get(id);
            seats.put(
                    id,
                    new Seat(
                            seat.presence(),
                            seat.since(),
                            roster.turn(id),
                            roster.assigned(id),
                            roster.assignedSince(id)));
        });
        return last;
    }

    /** A ticket that is over leaves no trace, so that a long day stays small. */
    void forget(String id) {
        tickets.remove(id);
        told.remove(id);
    }

    Roster roster() {
        Roster roster =
                new Roster(new Staff(profiles.values().stream().map(Agent::new).toList()), now);
        seats.forEach((id, seat) -> {
            roster.present(id, seat.presence(), seat.since(), seat.turn());
            roster.assigned(id, seat.assigned(), seat.assignedSince());
        });
        tickets.values().forEach(kept -> roster.occupy(kept.counted(), 1));
        return roster;
    }

    Kept ticket(String id) {
        return tickets.get(id);
    }

    Map<String, Kept> tickets() {
        return tickets;
    }

    /** Who has it, or null. */
    String ownerOf(String id) {
        Owner owner = tickets.get(id).state().ownership().owner();
        return owner == null ? null : owner.agentId();
    }

    long epochOf(String id) {
        return tickets.get(id).state().ownership().epoch();
    }

    List<Route> told(String id) {
        return told.getOrDefault(id, List.of());
    }

    Presence presenceOf(String agentId) {
        return seats.get(agentId).presence();
    }

    int stale() {
        return stale;
    }
}

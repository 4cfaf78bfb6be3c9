package dev.signalbox.watchdog;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.EscalationChange;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.RouteDecision;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockFold;
import dev.signalbox.decisions.sla.FirstReply;
import dev.signalbox.decisions.sla.SlaPolicy;
import dev.signalbox.testsupport.CaseExample;
import dev.signalbox.testsupport.Examples;
import dev.signalbox.timers.Timer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One ticket on virtual time, with the store, the timers and the topics replaced by collections. */
final class VirtualTicket {

    static final Instant START = Examples.NOW;
    static final SlaPolicy POLICY = PolicyDocument.starter().policy().sla();

    private static final String ID = "zendesk:1";
    private static final Duration FIRST_RESPONSE = Duration.ofHours(4);
    private static final Duration RESOLUTION = Duration.ofHours(24);

    private final Map<String, Timer> timers = new HashMap<>();
    private final List<ClockChange> changes = new ArrayList<>();
    private final List<SlaAction> actions = new ArrayList<>();
    private final Map<String, Presence> presences = new HashMap<>();
    private Instant now = START;
    private Watch watch = Watch.EMPTY;
    private UsualReply usual = new UsualReply(Map.of());
    private SlaPolicy policy = POLICY;
    private List<Candidate> candidates = List.of();
    private final List<FirstReply> learned = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final List<SlaTimer> fired = new ArrayList<>();
    private long routes;
    private int activities;

    /** A ticket created, scored and seen at {@link #START}: 4 h to answer, 24 h to solve. */
    static VirtualTicket scored() {
        return scored(POLICY);
    }

    /** The same under another policy. */
    static VirtualTicket scored(SlaPolicy policy) {
        VirtualTicket ticket = new VirtualTicket();
        ticket.policy = policy;
        ticket.tell(w -> w.scored(version(1).scored()));
        return ticket;
    }

    static CaseExample version(long version) {
        return Examples.aCase()
                .version(version)
                .of(Examples.aTicket().id(ID).build())
                .targets(FIRST_RESPONSE, RESOLUTION);
    }

    VirtualTicket rescored(CaseExample version) {
        tell(w -> w.scored(version.asOf(now).scored()));
        return this;
    }

    VirtualTicket routed(RouteDecision decision, RouteCause cause, String agent, boolean accepted) {
        long sequence = ++routes;
        Route route = route(sequence, decision, cause, agent, accepted ? now : null, candidates, now);
        tell(w -> w.routed(route));
        return this;
    }

    /** The section of a route whose epoch is its sequence. */
    static Route route(
            long sequence,
            RouteDecision decision,
            RouteCause cause,
            String agent,
            Instant acceptedAt,
            List<Candidate> candidates,
            Instant at) {
        return new Route(
                sequence,
                decision,
                cause,
                SupportTier.T1,
                "billing",
                null,
                agent,
                sequence,
                acceptedAt,
                null,
                candidates,
                null,
                null,
                List.of(),
                false,
                List.of(),
                "starter",
                at,
                null);
    }

    /** Routes from now on name that agent as the next one, who usually replies within that time. */
    VirtualTicket next(String agent, Duration reply) {
        candidates = List.of(new Candidate(agent, true, BigDecimal.ONE, null, 1, 5, null));
        ReplySketch sketch = ReplySketch.empty();
        IntStream.range(0, POLICY.watchdog().lastMoment().learnedFrom()).forEach(i -> sketch.add(reply));
        usual = new UsualReply(Map.of(agent, sketch));
        return this;
    }

    /** How its clocks are counted after all. */
    List<String> counted() {
        return Tally.sum(tallies).entrySet().stream()
                .map(e -> e.getKey().clock() + " " + e.getKey().outcome() + " " + e.getValue())
                .sorted()
                .toList();
    }

    /** What the ticket has taught so far. */
    List<FirstReply> learned() {
        return learned;
    }

    VirtualTicket accepted(String agent, Presence presence) {
        presences.put(agent, presence);
        return routed(RouteDecision.ASSIGNED, RouteCause.ACCEPTED, agent, true);
    }

    VirtualTicket answered() {
        return happened(ActivityKind.AGENT_REPLIED, now);
    }

    VirtualTicket solved() {
        return happened(ActivityKind.SOLVED, now);
    }

    VirtualTicket reopened() {
        return happened(ActivityKind.REOPENED, now);
    }

    VirtualTicket happened(ActivityKind kind, Instant at) {
        return happened(kind, at, null, null);
    }

    /** The customer writes a public message. */
    VirtualTicket wrote(String messageId, Instant at) {
        return happened(ActivityKind.CUSTOMER_REPLIED, at, null, messageId);
    }

    /** The customer is asked for something. */
    VirtualTicket waits() {
        return happened(ActivityKind.STATUS_CHANGED, now, TicketStatus.PENDING, null);
    }

    /** The ticket waits for the customer no longer. */
    VirtualTicket goesOn() {
        return happened(ActivityKind.STATUS_CHANGED, now, TicketStatus.OPEN, null);
    }

    private VirtualTicket happened(ActivityKind kind, Instant at, TicketStatus status, String messageId) {
        Actor.Kind who = kind == ActivityKind.CUSTOMER_REPLIED ? Actor.Kind.CUSTOMER : Actor.Kind.AGENT;
        var activity = new Activity(
                ID,
                "activity-" + ++activities,
                at,
                kind,
                new Actor(who, "17", null),
                true,
                null,
                status,
                null,
                null,
                null,
                messageId);
        tell(w -> w.happened(activity));
        return this;
    }

    /** An escalation of the ticket opens or ends. */
    VirtualTicket escalation(EscalationChange change, long sequence) {
        String record = """
                {"ticketId": "%s", "sequence": %d, "at": "%s", "id": "e1", "change": "%s", "trigger": "OUTAGE",
                 "predicted": false, "level": 1}""".formatted(ID, sequence, now, change);
        tell(w -> w.escalated(Json.decode(record.getBytes(StandardCharsets.UTF_8), Escalation.class)));
        return this;
    }

    /** Lets time pass; every timer fires when it is due. */
    VirtualTicket after(Duration sinceStart) {
        Instant until = START.plus(sinceStart);
        for (Optional<Timer> due = nextDue(until); due.isPresent(); due = nextDue(until)) {
            now = due.get().dueAt().isAfter(now) ? due.get().dueAt() : now;
            decide(fire(due.get()));
        }
        now = until;
        return this;
    }

    /** Lets time pass while the watchdog is down. */
    VirtualTicket downUntil(Duration sinceStart) {
        now = START.plus(sinceStart);
        return this;
    }

    /** Fires the next timer without deciding it yet. */
    SlaTimer fireNext() {
        return fire(nextDue(Instant.MAX).orElseThrow());
    }

    VirtualTicket decide(SlaTimer timer) {
        tell(w -> w.due(timer, presences::get));
        return this;
    }

    List<String> actions() {
        return actions.stream()
                .map(a -> a.clock() + " " + a.cycle() + " " + a.level() + " " + a.action() + " " + a.reason()
                        + (a.predicted() ? " predicted" : ""))
                .toList();
    }

    /** Changes that concern a level. */
    List<String> levels() {
        return changes.stream()
                .filter(change -> change.level() != null)
                .map(change -> change.clock() + " " + change.cycle() + " " + change.level() + " " + change.kind() + " "
                        + change.cause())
                .toList();
    }

    List<ClockChange> changes() {
        return changes;
    }

    List<SlaAction> asked() {
        return actions;
    }

    List<SlaTimer> fired() {
        return fired;
    }

    List<Timer> pending() {
        return timers.values().stream()
                .sorted(Comparator.comparing(Timer::dueAt))
                .toList();
    }

    List<Clock> clocks() {
        return ClockFold.of(watch.facts(), hash -> policy);
    }

    ClockLedger ledger(ClockKind kind, int cycle) {
        return watch.ledgers().stream()
                .filter(l -> l.isOf(kind, cycle))
                .findFirst()
                .orElseThrow();
    }

    Instant now() {
        return now;
    }

    void tell(Consumer<TicketWatch> record) {
        TicketWatch told = new TicketWatch(ID, watch, hash -> policy, now);
        record.accept(told);
        told.settle(usual);
        if (!told.changed()) {
            return;
        }
        // through the codec, as the database keeps it
        watch = Json.decode(Json.text(told.watch()), Watch.class);
        tallies.add(told.tally());
        told.learned().ifPresent(learned::add);
        changes.addAll(told.told().changes());
        told.told().events().stream()
                .filter(event -> event.topic() == Topic.SLA_ACTIONS)
                .forEach(event -> actions.add(Json.decode(event.value(), SlaAction.class)));
        told.ledgers().armed().forEach(timer -> timers.put(timer.key(), timer));
        told.ledgers().disarmed().forEach(timers::remove);
    }

    private SlaTimer fire(Timer timer) {
        timers.remove(timer.key());
        SlaTimer record = LevelTimer.fired(timer, fired.size() + 1, now);
        fired.add(record);
        return record;
    }

    private Optional<Timer> nextDue(Instant until) {
        return timers.values().stream()
                .filter(timer -> !timer.dueAt().isAfter(until))
                .min(Comparator.comparing(Timer::dueAt).thenComparing(Timer::key));
    }
}

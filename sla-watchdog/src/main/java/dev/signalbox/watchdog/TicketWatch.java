package dev.signalbox.watchdog;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.Escalation;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.decisions.sla.ActivityFact;
import dev.signalbox.decisions.sla.CalendarFact;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockCause;
import dev.signalbox.decisions.sla.ClockFacts;
import dev.signalbox.decisions.sla.ClockFold;
import dev.signalbox.decisions.sla.ClockUpdate;
import dev.signalbox.decisions.sla.EscalationEnd;
import dev.signalbox.decisions.sla.EscalationFact;
import dev.signalbox.decisions.sla.FirstReply;
import dev.signalbox.decisions.sla.LastMoment;
import dev.signalbox.decisions.sla.LooseningFact;
import dev.signalbox.decisions.sla.NextAgent;
import dev.signalbox.decisions.sla.Ownership;
import dev.signalbox.decisions.sla.ScoredFact;
import dev.signalbox.decisions.sla.SlaPolicy;
import dev.signalbox.decisions.sla.TeamTenures;
import dev.signalbox.decisions.sla.Tenures;
import dev.signalbox.decisions.sla.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One ticket while a batch is decided: takes records, tells what follows, arms the next levels. Does no I/O. */
final class TicketWatch {

    private static final String REASSIGNED = "REASSIGNED_";
    private static final Set<ClockEvent> SETS_THE_PROMISE =
            EnumSet.of(ClockEvent.ACTIVATED, ClockEvent.RETARGETED, ClockEvent.RESUMED);

    private final Function<String, SlaPolicy> policies;
    private final Instant now;
    private final Ledgers ledgers;
    private final Told told;
    private ClockFacts facts;
    private List<Clock> clocks;
    private Ownership ownership;
    private Tenures tenures;
    private TeamTenures teams;
    private HandOver handOver;
    private boolean replyLearned;
    private FirstReply learned;
    private Tally tally = new Tally();
    private long routesSeen;
    private long escalationsSeen;
    private long timersSeen;
    private int reassignments;
    private int reassignmentsAsked;
    private boolean changed;

    /**
     * Takes up a ticket where it was left.
     *
     * @param policies gives every policy that the ticket's facts name
     * @param now the database's clock
     */
    TicketWatch(String ticketId, Watch watch, Function<String, SlaPolicy> policies, Instant now) {
        this.policies = policies;
        this.now = now;
        this.facts = watch.facts();
        this.clocks = ClockFold.of(facts, policies);
        this.ledgers = new Ledgers(ticketId, watch.ledgers());
        this.told = new Told(ticketId, watch.clockSequence(), watch.actionSequence(), now);
        this.ownership = watch.ownership();
        this.tenures = watch.tenures();
        this.teams = watch.teams();
        this.handOver = watch.handOver();
        this.replyLearned = watch.replyLearned();
        this.routesSeen = watch.routesSeen();
        this.escalationsSeen = watch.escalationsSeen();
        this.timersSeen = watch.timersSeen();
        this.reassignments = watch.reassignments();
        this.reassignmentsAsked = watch.reassignmentsAsked();
    }

    void scored(CaseFile scored) {
        learn(facts.with(ScoredFact.of(scored)));
    }

    void loosened(LooseningFact fact) {
        learn(facts.with(fact));
    }

    /**
     * Takes up the calendars that count now, where it has an open clock.
     *
     * @param successor the policy whose calendars count from now on in place of others, if they do
     */
    void countAnew(Function<CalendarFact, Optional<String>> successor) {
        if (clocks.stream().anyMatch(Clock::owed)) {
            successor
                    .apply(facts.calendarsAt(Instant.MAX))
                    .ifPresent(policy -> learn(facts.with(new CalendarFact(now, policy))));
        }
    }

    void happened(Activity activity) {
        ActivityFact.of(activity).ifPresent(fact -> learn(facts.with(fact)));
    }

    void escalated(Escalation escalation) {
        if (escalation.sequence() > escalationsSeen) {
            escalationsSeen = escalation.sequence();
            changed = true;
            EscalationFact.of(escalation).ifPresent(fact -> learn(facts.with(fact)));
            EscalationEnd.of(escalation).ifPresent(fact -> learn(facts.with(fact)));
        }
    }

    void routed(Route route) {
        if (route.sequence() > routesSeen) {
            routesSeen = route.sequence();
            changed = true;
            ownership = Ownership.of(route);
            tenures = tenures.with(route);
            teams = teams.with(route);
            handOver = new HandOver(NextAgent.after(route).orElse(null), null);
            if (route.cause().name().startsWith(REASSIGNED)) {
                reassignments++;
            }
        }
    }

    /** The clock of that kind that runs now, or the one that did last. */
    Optional<Clock> clock(ClockKind kind) {
        return clocks.stream().filter(clock -> clock.kind() == kind).reduce((earlier, later) -> later);
    }

    /** Who holds the ticket now, or null. */
    String owner() {
        return ownership.agentId();
    }

    /**
     * Decides a level that fell due.
     *
     * @param presence gives the presence of an agent, null where unknown
     */
    void due(SlaTimer timer, Function<String, Presence> presence) {
        if (timer.sequence() <= timersSeen) {
            return;
        }
        timersSeen = timer.sequence();
        changed = true;
        ledgers.clockOf(timer, clocks)
                .ifPresentOrElse(
                        clock -> decide(clock, timer, presence), () -> told.withdrawn(timer, terms(), policy()));
    }

    private void decide(Clock clock, SlaTimer timer, Function<String, Presence> presence) {
        LevelDecision decision = level(clock, ledgers.of(clock));
        Presence ofOwner = owner() == null ? null : presence.apply(owner());
        int asked = Math.max(reassignments, reassignmentsAsked);
        ledgers.keep(decision.on(timer, ownership, ofOwner, settling(), asked));
        reassignmentsAsked += decision.reassigns() ? 1 : 0;
    }

    /** Whether what a hand-over takes has to be reckoned before settling. */
    boolean reckons() {
        return changed && handOver.takes() == null && lastMoment() != null;
    }

    /** Who would get the ticket next; null where nobody is named. */
    String nextAgent() {
        return handOver.agentId();
    }

    /** Ends the batch for this ticket: arms the next level of each clock, disarms clocks that have ended. */
    void settle(UsualReply usual) {
        if (facts.versions().isEmpty()) {
            return;
        }
        if (reckons()) {
            Duration reply = usual.of(handOver.agentId(), lastMoment());
            handOver = new HandOver(handOver.agentId(), lastMoment().handOverWith(reply));
        }
        changed |= ledgers.settle(clocks, policy().watchdog(), handOver.takes(), ownership.epoch());
        if (changed) {
            tally = judging().of(ledgers, now);
        }
        if (changed && !replyLearned) {
            learned = clocks.stream()
                    .flatMap(clock -> tenures.firstReply(clock).stream())
                    .findFirst()
                    .orElse(null);
            replyLearned = learned != null;
        }
    }

    /** How the counts of clocks change by this batch. */
    Tally tally() {
        return tally;
    }

    /** What the ticket taught in this batch. */
    Optional<FirstReply> learned() {
        return Optional.ofNullable(learned);
    }

    boolean changed() {
        return changed;
    }

    Told told() {
        return told;
    }

    Ledgers ledgers() {
        return ledgers;
    }

    /** The earliest deadline of a running clock, or null. */
    Instant nextDueAt() {
        return clocks.stream()
                .filter(Clock::running)
                .map(Clock::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    Watch watch() {
        return new Watch(
                facts,
                ownership,
                tenures,
                teams,
                handOver,
                replyLearned,
                routesSeen,
                escalationsSeen,
                timersSeen,
                told.clockSequence(),
                told.actionSequence(),
                reassignments,
                reassignmentsAsked,
                ledgers.all());
    }

    private void learn(ClockFacts more) {
        if (more == facts) {
            return;
        }
        changed = true;
        List<Clock> before = clocks;
        List<Clock> overdue = before.stream()
                .filter(clock -> level(clock, ledgers.of(clock)).overdue())
                .toList();
        facts = more;
        clocks = ClockFold.of(facts, policies);
        ledgers.follow(clocks);
        ClockUpdate.between(before, clocks, now).forEach(update -> tell(update, overdue));
    }

    private void tell(ClockUpdate update, List<Clock> overdueBefore) {
        ClockLedger ledger = ledgers.of(update.clock());
        ClockEvent event = update.step().event();
        if (SETS_THE_PROMISE.contains(event) || ledger.revision() == 0) {
            ledger = ledger.promisedAnew();
        }
        String cause = update.step().cause().name();
        boolean beat = event == ClockEvent.ACTIVATED && judging().followsABeatenOne(update.clock());
        told.change(update, beat ? Tally.CLOSED_TO_BEAT_THE_CLOCK : cause, ledger.revision());
        if (event == ClockEvent.FULFILLED || event == ClockEvent.CANCELLED) {
            ledger = level(update.clock(), ledger).atTheEnd();
        } else if (update.step().cause() == ClockCause.HISTORY_REVISED
                && update.clock().owed()
                && overdueBefore.stream().noneMatch(ledger::isOf)) {
            ledger = level(update.clock(), ledger).bornOverdue();
        }
        ledgers.keep(ledger);
    }

    private LevelDecision level(Clock clock, ClockLedger ledger) {
        return new LevelDecision(clock, ledger, terms(), policy().watchdog(), handOver.takes(), told);
    }

    private Judging judging() {
        return new Judging(clocks, policy().watchdog().prematureClosing());
    }

    private boolean settling() {
        return tenures.settling(ownership, now, policy().watchdog().settlesFor());
    }

    private LastMoment lastMoment() {
        return facts.versions().isEmpty() ? null : policy().watchdog().lastMoment();
    }

    private Terms terms() {
        return facts.versions().get(facts.versions().size() - 1).terms();
    }

    private SlaPolicy policy() {
        return policies.apply(terms().policyVersion());
    }
}

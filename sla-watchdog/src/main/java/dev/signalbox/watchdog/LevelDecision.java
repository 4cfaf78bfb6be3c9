package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.Presence;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockState;
import dev.signalbox.decisions.sla.DueLevel;
import dev.signalbox.decisions.sla.Level;
import dev.signalbox.decisions.sla.LevelVerdict;
import dev.signalbox.decisions.sla.Ownership;
import dev.signalbox.decisions.sla.Situation;
import dev.signalbox.decisions.sla.Suppression;
import dev.signalbox.decisions.sla.Terms;
import dev.signalbox.decisions.sla.WatchdogPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Decides a level that fired, from the ticket as it is now (P36). Overdue levels of the clock collapse into the highest,
 * so that a ticket is not alarmed several times at once after a downtime.
 */
final class LevelDecision {

    private final Clock clock;
    private final Terms terms;
    private final WatchdogPolicy policy;
    private final Told told;
    private final Duration handOver;
    private ClockLedger ledger;
    private boolean reassigns;

    LevelDecision(Clock clock, ClockLedger ledger, Terms terms, WatchdogPolicy policy, Duration handOver, Told told) {
        this.clock = clock;
        this.ledger = ledger;
        this.terms = terms;
        this.policy = policy;
        this.handOver = handOver;
        this.told = told;
    }

    /** Decides, tells, and gives the ledger as it is afterwards. */
    ClockLedger on(SlaTimer timer, Ownership ownership, Presence presence, boolean settling, int reassignments) {
        Suppression why = suppression(timer);
        if (why != null) {
            told.suppressed(clock, ledger, timer.level(), timer.dueAt(), why, terms);
            return ledger;
        }
        List<DueLevel> overdue = overdue(timer);
        if (overdue.isEmpty()) {
            told.suppressed(clock, ledger, timer.level(), timer.dueAt(), Suppression.NO_SUCH_LEVEL, terms);
            return ledger;
        }
        overdue.subList(0, overdue.size() - 1).forEach(this::collapse);
        DueLevel highest = overdue.get(overdue.size() - 1);
        int atMost = policy.reassignmentsAtMost();
        decide(highest, new Situation(clock.kind(), ownership, presence, settling, reassignments, atMost));
        return ledger;
    }

    /**
     * Records the levels that were due when the clock ended, before they could be decided: none of them acts any more. A
     * promise that was kept too late is broken all the same. What would have been due later never was, however late the
     * end becomes known.
     */
    ClockLedger atTheEnd() {
        Suppression ended = ended();
        for (DueLevel due : DueLevel.overdue(clock, policy, ledger.decided(), handOver, end())) {
            int percent = due.level().percent();
            if (percent == Level.DEADLINE && clock.breachedAt(told.now())) {
                told.breached(clock, ledger, null, ended.name(), terms);
            } else {
                told.suppressed(clock, ledger, percent, null, ended, terms);
            }
            use(percent, ended.name());
        }
        return ledger;
    }

    /**
     * Records levels that a late fact has moved into the past: they are used up, and nobody is alarmed. Without that a
     * correction of many tickets would be a storm.
     */
    ClockLedger bornOverdue() {
        for (DueLevel due : DueLevel.overdue(clock, policy, ledger.decided(), handOver, told.now())) {
            int percent = due.level().percent();
            if (percent == Level.DEADLINE) {
                told.breached(clock, ledger, null, Suppression.BORN_OVERDUE.name(), terms);
            } else {
                told.suppressed(clock, ledger, percent, null, Suppression.BORN_OVERDUE, terms);
            }
            use(percent, Suppression.BORN_OVERDUE.name());
        }
        return ledger;
    }

    /** Whether a level is due that was not decided. */
    boolean overdue() {
        return clock.owed()
                && !DueLevel.overdue(clock, policy, ledger.decided(), handOver, told.now())
                        .isEmpty();
    }

    private Instant end() {
        Instant ended = clock.endedAt();
        return ended != null && ended.isBefore(told.now()) ? ended : told.now();
    }

    /** Whether the ticket is to be taken from its owner. */
    boolean reassigns() {
        return reassigns;
    }

    private Suppression suppression(SlaTimer timer) {
        if (timer.level() <= ledger.decided()) {
            return Suppression.ALREADY_DECIDED;
        }
        if (!clock.owed()) {
            return ended();
        }
        if (clock.state() == ClockState.PAUSED && overdue(timer).isEmpty()) {
            return Suppression.PAUSED;
        }
        return timer.clockRevision() == ledger.revision() ? null : Suppression.STALE_REVISION;
    }

    private Suppression ended() {
        return clock.state() == ClockState.FULFILLED ? Suppression.FULFILLED : Suppression.CANCELLED;
    }

    private List<DueLevel> overdue(SlaTimer timer) {
        // the record says that time has come that far, even if the database's clock was set back since
        Instant now = told.now().isBefore(timer.firedAt()) ? timer.firedAt() : told.now();
        return DueLevel.overdue(clock, policy, ledger.decided(), handOver, now);
    }

    private void collapse(DueLevel due) {
        int percent = due.level().percent();
        if (percent == Level.DEADLINE) {
            told.breached(clock, ledger, due.dueAt(), Suppression.COLLAPSED.name(), terms);
        } else {
            told.suppressed(clock, ledger, percent, due.dueAt(), Suppression.COLLAPSED, terms);
        }
        use(percent, Suppression.COLLAPSED.name());
    }

    private void decide(DueLevel due, Situation situation) {
        Level level = due.level();
        LevelVerdict verdict = level.judge(situation);
        SlaActionKind action = verdict.action();
        if (action == null) {
            told.suppressed(clock, ledger, level.percent(), due.dueAt(), Suppression.valueOf(verdict.reason()), terms);
            use(level.percent(), verdict.reason());
            return;
        }
        if (level.percent() == Level.DEADLINE) {
            told.breached(clock, ledger, due.dueAt(), action.name(), terms);
        } else if (warns(level, action)) {
            told.level(ClockEvent.WARNED, clock, ledger, level.percent(), verdict.reason());
        }
        told.action(clock, due, handOver, verdict, situation.ownership().epoch(), terms);
        reassigns = action == SlaActionKind.REASSIGN;
        use(level.percent(), action.name());
    }

    private static boolean warns(Level level, SlaActionKind action) {
        return level.beforeTheDeadline() && (action == SlaActionKind.WARN || action == SlaActionKind.ESCALATE);
    }

    private void use(int percent, String outcome) {
        ledger = ledger.decided(new ClockLedger.DecidedLevel(percent, outcome, told.now()));
    }
}

package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockChange;
import dev.signalbox.contracts.ClockEvent;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.contracts.SlaTimer;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.sla.Clock;
import dev.signalbox.decisions.sla.ClockStep;
import dev.signalbox.decisions.sla.ClockUpdate;
import dev.signalbox.decisions.sla.DueLevel;
import dev.signalbox.decisions.sla.Level;
import dev.signalbox.decisions.sla.LevelVerdict;
import dev.signalbox.decisions.sla.SlaPolicy;
import dev.signalbox.decisions.sla.Suppression;
import dev.signalbox.decisions.sla.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the watchdog says about one ticket in a batch, in order: clock changes, actions, and outcomes for the metrics. */
final class Told {

    private final String ticketId;
    private final Instant now;
    private final List<ClockChange> changes = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<LevelOutcome> outcomes = new ArrayList<>();
    private long clockSequence;
    private long actionSequence;

    Told(String ticketId, long clockSequence, long actionSequence, Instant now) {
        this.ticketId = ticketId;
        this.clockSequence = clockSequence;
        this.actionSequence = actionSequence;
        this.now = now;
    }

    void change(ClockUpdate update, String cause, long revision) {
        Clock clock = update.clock();
        ClockStep step = update.step();
        add(new ClockChange(
                ticketId,
                ++clockSequence,
                step.at(),
                now,
                clock.kind(),
                clock.cycle(),
                step.event(),
                cause,
                step.oldDueAt(),
                step.newDueAt(),
                step.elapsed(),
                step.remaining(),
                clock.skippedDaysUntil(step.newDueAt()),
                revision,
                clock.calendar(),
                step.tightenedBy(),
                null,
                step.policyVersion(),
                clock.startedBy(),
                step.loosening() == null ? null : step.loosening().by(),
                step.loosening() == null ? null : step.loosening().reason()));
    }

    void suppressed(Clock clock, ClockLedger ledger, int level, Instant dueAt, Suppression why, Terms terms) {
        level(ClockEvent.SUPPRESSED, clock, ledger, level, why.name());
        outcome(clock, level, why.name(), dueAt, false, terms);
    }

    /** Tells of a level that fired for a clock of which a late fact says that it never ran. */
    void withdrawn(SlaTimer timer, Terms terms, SlaPolicy policy) {
        add(new ClockChange(
                ticketId,
                ++clockSequence,
                now,
                now,
                timer.clock(),
                timer.cycle(),
                ClockEvent.SUPPRESSED,
                Suppression.NO_SUCH_CLOCK.name(),
                null,
                null,
                null,
                null,
                List.of(),
                timer.clockRevision(),
                terms.target(timer.clock(), policy.targets().update()).calendar(),
                null,
                timer.level(),
                terms.policyVersion(),
                timer.startedBy(),
                null,
                null));
    }

    /**
     * Tells that a promise is broken.
     *
     * @param dueAt when the level was due, or null where no level said so
     * @param cause the action that follows, or why none does
     */
    void breached(Clock clock, ClockLedger ledger, Instant dueAt, String cause, Terms terms) {
        level(ClockEvent.BREACHED, clock, ledger, Level.DEADLINE, cause);
        outcome(clock, Level.DEADLINE, ClockEvent.BREACHED.name(), dueAt, true, terms);
    }

    void level(ClockEvent event, Clock clock, ClockLedger ledger, int level, String cause) {
        add(new ClockChange(
                ticketId,
                ++clockSequence,
                now,
                now,
                clock.kind(),
                clock.cycle(),
                event,
                cause,
                clock.dueAt(),
                clock.dueAt(),
                clock.elapsedAt(now),
                clock.remainingAt(now),
                clock.skippedDaysUntil(clock.dueAt()),
                ledger.revision(),
                clock.calendar(),
                null,
                level,
                clock.policyVersion(),
                clock.startedBy(),
                null,
                null));
    }

    void action(Clock clock, DueLevel due, Duration handOver, LevelVerdict verdict, long assignmentEpoch, Terms terms) {
        SlaActionKind kind = verdict.action();
        SlaAction action = new SlaAction(
                ticketId,
                ++actionSequence,
                now,
                kind,
                clock.kind(),
                clock.cycle(),
                due.level().percent(),
                assignmentEpoch,
                verdict.reason(),
                verdict.predicted(),
                due.timing(),
                handOver,
                clock.startedBy());
        events.add(Event.sequenced(Topic.SLA_ACTIONS, ticketId, actionSequence, now, action));
        outcome(clock, due.level().percent(), kind.name(), due.dueAt(), false, terms);
    }

    Instant now() {
        return now;
    }

    List<ClockChange> changes() {
        return changes;
    }

    List<Event> events() {
        return events;
    }

    List<LevelOutcome> outcomes() {
        return outcomes;
    }

    long clockSequence() {
        return clockSequence;
    }

    long actionSequence() {
        return actionSequence;
    }

    private void add(ClockChange change) {
        changes.add(change);
        events.add(Event.sequenced(Topic.SLA_CLOCKS, ticketId, change.sequence(), now, change));
    }

    private void outcome(Clock clock, int level, String outcome, Instant dueAt, boolean breach, Terms terms) {
        Duration late = dueAt == null || dueAt.isAfter(now) ? Duration.ZERO : Duration.between(dueAt, now);
        outcomes.add(new LevelOutcome(
                ticketId,
                clock.kind(),
                clock.cycle(),
                level,
                outcome,
                dueAt == null ? null : late,
                breach,
                terms.band(),
                terms.planTier()));
    }
}

package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.decisions.sla.calendar.AroundTheClock;
import dev.signalbox.decisions.sla.calendar.WorkCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Folds a ticket's facts, in the order of their own times, into its clocks (P1, S30). The order of arrival has no
 * influence.
 *
 * <p>FIRST_RESPONSE ends with the first public reply of a human agent; a ticket that is solved unanswered and opened
 * again is owed one anew. NEXT_RESPONSE starts with the customer's first message that nobody has answered yet, and ends
 * with the next public reply (P2, I9). RESOLUTION ends when the ticket is solved and starts another cycle when it is
 * opened again. UPDATE runs while an escalation is open; every public reply starts its next cycle (S34). Waiting on the
 * customer pauses NEXT_RESPONSE and RESOLUTION (P9). A merged ticket ends everything (I12).
 */
public final class ClockFold {

    private static final Set<ClockKind> OF_THE_TICKET = Set.of(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION);
    private static final Set<ClockKind> PAUSED_WHILE_WAITING = Set.of(ClockKind.NEXT_RESPONSE, ClockKind.RESOLUTION);

    private final ClockFacts facts;
    private final Function<String, SlaPolicy> policies;
    private final Runs runs = new Runs();
    private final Set<String> openEscalations = new TreeSet<>();
    private final Terms first;
    private final Instant firstSeenAt;
    private Terms terms;
    private String countsBy;
    private Standing standing = Standing.OPEN;
    private boolean answered;
    private @Nullable String unanswered;
    private int healthPeak;

    private ClockFold(ClockFacts facts, Function<String, SlaPolicy> policies) {
        ScoredFact first = facts.versions().get(0);
        this.facts = facts;
        this.policies = policies;
        this.first = first.terms();
        this.firstSeenAt = first.asOf();
        this.terms = first.terms();
        this.countsBy = terms.policyVersion();
        this.healthPeak = terms.health();
    }

    /**
     * The clocks that follow from facts; none before the ticket is scored.
     *
     * @param policies gives the policy of a version hash that the facts name
     */
    public static List<Clock> of(ClockFacts facts, Function<String, SlaPolicy> policies) {
        return of(facts, policies, Instant.MAX);
    }

    /**
     * The clocks as they were at a moment, by everything that is known of it now (N4): also by holidays that were added
     * later.
     */
    public static List<Clock> of(ClockFacts facts, Function<String, SlaPolicy> policies, Instant until) {
        if (facts.versions().isEmpty()
                || facts.versions().get(0).terms().createdAt().isAfter(until)) {
            return List.of();
        }
        ClockFold fold = new ClockFold(facts, policies);
        fold.start(ClockKind.FIRST_RESPONSE, fold.first.createdAt(), ClockCause.SCORED, null);
        fold.start(ClockKind.RESOLUTION, fold.first.createdAt(), ClockCause.SCORED, null);
        for (Moment moment : Timeline.of(facts, until)) {
            moment.applyTo(fold);
        }
        fold.countBy(until, facts.calendarsAt(Instant.MAX).policyVersion());
        return fold.runs.clocks();
    }

    /** A fact at its place in time. */
    interface Moment {

        void applyTo(ClockFold fold);
    }

    void rescored(Instant at, Terms next) {
        Terms before = terms;
        String countedBy = countsBy;
        terms = next;
        DynamicPolicy dynamic = policy().dynamic();
        calendarsChanged(at);
        runs.forEachOwed(run -> retarget(at, run, before, countedBy, dynamic));
        if (healthFell(before, dynamic)) {
            String by = "health " + healthPeak + " -> " + next.health();
            shorten(at, kind -> true, dynamic.healthFactor(), ClockCause.HEALTH_FELL, by);
            healthPeak = next.health();
        } else {
            healthPeak = before.healthKnown() ? Math.max(healthPeak, next.health()) : next.health();
        }
        if (next.turnedNegativeSince(before)) {
            shorten(at, kind -> true, dynamic.sentimentFactor(), ClockCause.SENTIMENT_TURNED_NEGATIVE, "sentiment");
        }
    }

    void escalated(Instant at, EscalationFact fact) {
        DynamicPolicy dynamic = policy().dynamic();
        shorten(at, fact::tightens, dynamic.escalationFactor(), ClockCause.ESCALATED, "escalation " + fact.trigger());
        openEscalations.add(fact.escalationId());
        if (open() && !runs.owed(ClockKind.UPDATE)) {
            start(ClockKind.UPDATE, at, ClockCause.ESCALATED, fact.escalationId());
        }
    }

    void escalationEnded(Instant at, EscalationEnd fact) {
        boolean last = openEscalations.remove(fact.escalationId()) && openEscalations.isEmpty();
        if (last) {
            end(at, ClockKind.UPDATE, ClockState.CANCELLED, ClockCause.ESCALATION_ENDED);
        }
    }

    /** Working time is counted by other calendars from now on. */
    void calendarsChanged(Instant at) {
        countBy(at, facts.calendarsAt(at).policyVersion());
    }

    private void countBy(Instant at, String policyVersion) {
        if (!countsBy.equals(policyVersion)) {
            countsBy = policyVersion;
            runs.forEachOwed(run -> run.correctHolidays(at, policies.apply(policyVersion), policyVersion));
        }
    }

    void loosened(Instant at, LooseningFact fact) {
        runs.forEachOwed(fact.clock()::equals, run -> run.loosen(at, fact, terms.policyVersion()));
    }

    void answered(Instant at, String activityId) {
        boolean updates = runs.owed(ClockKind.UPDATE);
        runs.forEachOwed(
                kind -> kind != ClockKind.RESOLUTION,
                run -> run.end(at, ClockState.FULFILLED, ClockCause.AGENT_REPLIED, terms.policyVersion()));
        answered = true;
        unanswered = null;
        if (updates) {
            start(ClockKind.UPDATE, at, ClockCause.UPDATED, activityId);
        }
    }

    /** The customer wrote; the first message that nobody has answered counts, so another one changes nothing. */
    void wrote(Instant at, String message, boolean endsWaiting) {
        if (endsWaiting && standing == Standing.WAITING) {
            stands(at, Standing.OPEN);
        }
        unanswered = unanswered == null ? message : unanswered;
        if (answered && open() && !runs.owed(ClockKind.NEXT_RESPONSE)) {
            start(ClockKind.NEXT_RESPONSE, at, ClockCause.CUSTOMER_REPLIED, message);
        }
    }

    void stands(Instant at, Standing now) {
        if (standing == Standing.MERGED || standing == now) {
            return;
        }
        Standing before = standing;
        standing = now;
        switch (now) {
            case MERGED ->
                runs.forEachOwed(run -> run.end(at, ClockState.CANCELLED, ClockCause.MERGED, terms.policyVersion()));
            case DONE -> {
                end(at, ClockKind.RESOLUTION, ClockState.FULFILLED, ClockCause.SOLVED);
                runs.forEachOwed(run -> run.end(at, ClockState.CANCELLED, ClockCause.SOLVED, terms.policyVersion()));
            }
            case OPEN, WAITING -> goesOn(at, before);
        }
    }

    private void goesOn(Instant at, Standing before) {
        if (before == Standing.DONE) {
            reopen(at);
        } else if (standing == Standing.WAITING) {
            runs.forEachOwed(PAUSED_WHILE_WAITING::contains, run -> run.pause(at, terms.policyVersion()));
        } else {
            runs.forEachOwed(PAUSED_WHILE_WAITING::contains, run -> run.resume(at, terms.policyVersion()));
        }
    }

    private void reopen(Instant at) {
        if (!answered) {
            start(ClockKind.FIRST_RESPONSE, at, ClockCause.REOPENED, null);
        } else if (unanswered != null) {
            start(ClockKind.NEXT_RESPONSE, at, ClockCause.REOPENED, unanswered);
        }
        start(ClockKind.RESOLUTION, at, ClockCause.REOPENED, null);
        if (!openEscalations.isEmpty()) {
            start(ClockKind.UPDATE, at, ClockCause.REOPENED, null);
        }
    }

    private void start(ClockKind kind, Instant at, ClockCause cause, @Nullable String startedBy) {
        ClockCause silence = silence(at);
        if (silence != null && !OF_THE_TICKET.contains(kind)) {
            return;
        }
        Target target = terms.target(kind, policy().targets().update());
        ClockRun run = new ClockRun(
                kind,
                runs.nextCycle(kind),
                at,
                firstSeenAt,
                target,
                calendar(target),
                cause,
                startedBy,
                silence,
                terms.policyVersion());
        runs.add(run);
        // what happened before a ticket was first seen is not fully known, so no answer is owed for it
        answered |= kind == ClockKind.FIRST_RESPONSE && silence != null;
        if (standing == Standing.WAITING && run.owed() && PAUSED_WHILE_WAITING.contains(kind)) {
            run.pause(at, terms.policyVersion());
        }
    }

    private @Nullable ClockCause silence(Instant startedAt) {
        if (first.imported() && !startedAt.isAfter(firstSeenAt)) {
            return ClockCause.IMPORTED;
        }
        Instant oldest = AroundTheClock.CALENDAR.after(
                firstSeenAt, policy().watchdog().firesNothingWhenOlderThan().negated());
        return startedAt.isBefore(oldest) ? ClockCause.OLD_AT_FIRST_SIGHT : null;
    }

    /** Only what promises more than before moves a clock: the same target again leaves a loosened promise as it is. */
    private void retarget(Instant at, ClockRun run, Terms before, String countedBy, DynamicPolicy dynamic) {
        SlaPolicy policyBefore = policies.apply(before.policyVersion());
        Target now = terms.target(run.kind(), policy().targets().update());
        Target earlier = before.target(run.kind(), policyBefore.targets().update());
        boolean severer = terms.moreSevereThan(before);
        Instant promised = calendar(now).after(run.startedAt(), now.working());
        Instant promisedBefore = calendar(earlier, countedBy, policyBefore).after(run.startedAt(), earlier.working());
        if (!severer && !promised.isBefore(promisedBefore)) {
            return;
        }
        String by = severer
                ? "severity " + before.severity() + " -> " + terms.severity()
                : "target " + earlier.working() + " -> " + now.working();
        run.retarget(
                at,
                now,
                calendar(now),
                dynamic.leavesAtLeast(),
                severer ? ClockCause.SEVERITY_RAISED : ClockCause.TARGET_SHORTENED,
                by,
                terms.policyVersion());
    }

    /** An assumed health is no measure: becoming known is not a fall. */
    private boolean healthFell(Terms before, DynamicPolicy dynamic) {
        return before.healthKnown()
                && terms.healthKnown()
                && (healthPeak - terms.health() >= dynamic.healthFall()
                        || (healthPeak >= dynamic.healthBelow() && terms.health() < dynamic.healthBelow()));
    }

    private void shorten(Instant at, Predicate<ClockKind> of, BigDecimal factor, ClockCause cause, String what) {
        String by = what + ", x" + factor.toPlainString();
        Duration leavesAtLeast = policy().dynamic().leavesAtLeast();
        runs.forEachOwed(of, run -> run.shorten(at, factor, leavesAtLeast, cause, by, terms.policyVersion()));
    }

    private void end(Instant at, ClockKind kind, ClockState how, ClockCause cause) {
        runs.forEachOwed(kind::equals, run -> run.end(at, how, cause, terms.policyVersion()));
    }

    private boolean open() {
        return standing == Standing.OPEN || standing == Standing.WAITING;
    }

    private WorkCalendar calendar(Target target) {
        return calendar(target, countsBy, policy());
    }

    /** As the policy describes it by which is counted; where that does not know it, as the one which promised it. */
    private WorkCalendar calendar(Target target, String countedBy, SlaPolicy promisedBy) {
        SlaPolicy counting = policies.apply(countedBy);
        return (counting.knows(target.calendar()) ? counting : promisedBy).calendar(target.calendar());
    }

    private SlaPolicy policy() {
        return policies.apply(terms.policyVersion());
    }
}

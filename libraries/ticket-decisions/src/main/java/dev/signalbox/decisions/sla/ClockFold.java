package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.ClockKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds a ticket's facts, in the order of their own times, into its clocks: FIRST_RESPONSE and RESOLUTION (P1, S30).
 * The order of arrival has no influence.
 *
 * <p>FIRST_RESPONSE ends with the first public reply of a human agent; a ticket that is solved unanswered and opened
 * again is owed one anew. RESOLUTION ends when the ticket is solved and starts another cycle when it is opened again.
 * A merged ticket ends everything (I12).
 */
public final class ClockFold {

    private final Function<String, SlaPolicy> policies;
    private final Map<ClockKind, ClockRun> latest = new EnumMap<>(ClockKind.class);
    private final Map<ClockKind, Integer> cycles = new EnumMap<>(ClockKind.class);
    private final List<ClockRun> runs = new ArrayList<>();
    private final Terms first;
    private final Instant firstSeenAt;
    private Terms terms;
    private Standing standing = Standing.OPEN;
    private boolean answered;
    private int healthPeak;

    private ClockFold(ScoredFact first, Function<String, SlaPolicy> policies) {
        this.policies = policies;
        this.first = first.terms();
        this.firstSeenAt = first.asOf();
        this.terms = first.terms();
        this.healthPeak = terms.health();
    }

    /**
     * The clocks that follow from facts; none before the ticket is scored.
     *
     * @param policies gives the policy of a version hash that the facts name
     */
    public static List<Clock> of(ClockFacts facts, Function<String, SlaPolicy> policies) {
        if (facts.versions().isEmpty()) {
            return List.of();
        }
        ClockFold fold = new ClockFold(facts.versions().get(0), policies);
        fold.start(ClockKind.FIRST_RESPONSE, fold.first.createdAt(), ClockCause.SCORED);
        fold.start(ClockKind.RESOLUTION, fold.first.createdAt(), ClockCause.SCORED);
        for (Moment moment : Timeline.of(facts)) {
            moment.applyTo(fold);
        }
        return fold.runs.stream().map(ClockRun::clock).toList();
    }

    /** A fact at its place in time. */
    interface Moment {
        void applyTo(ClockFold fold);
    }

    void rescored(Instant at, Terms next) {
        Terms before = terms;
        terms = next;
        DynamicPolicy dynamic = policy().dynamic();
        for (ClockKind kind : latest.keySet()) {
            retarget(at, kind, before, dynamic);
        }
        if (healthFell(before, dynamic)) {
            String by = "health " + healthPeak + " -> " + next.health();
            shorten(at, dynamic.healthFactor(), ClockCause.HEALTH_FELL, by);
            healthPeak = next.health();
        } else {
            healthPeak = before.healthKnown() ? Math.max(healthPeak, next.health()) : next.health();
        }
        if (next.turnedNegativeSince(before)) {
            shorten(at, dynamic.sentimentFactor(), ClockCause.SENTIMENT_TURNED_NEGATIVE, "sentiment");
        }
    }

    void escalated(Instant at, EscalationFact fact) {
        DynamicPolicy dynamic = policy().dynamic();
        String by = "escalation " + fact.trigger() + ", x"
                + dynamic.escalationFactor().toPlainString();
        forEachRunning(kind -> {
            if (fact.tightens(kind)) {
                run(kind)
                        .shorten(
                                at,
                                dynamic.escalationFactor(),
                                dynamic.leavesAtLeast(),
                                ClockCause.ESCALATED,
                                by,
                                terms.policyVersion());
            }
        });
    }

    void answered(Instant at) {
        if (run(ClockKind.FIRST_RESPONSE).running()) {
            end(at, ClockKind.FIRST_RESPONSE, ClockState.FULFILLED, ClockCause.AGENT_REPLIED);
        }
        answered = true;
    }

    void stands(Instant at, Standing now) {
        if (standing == Standing.MERGED || standing == now) {
            return;
        }
        standing = now;
        switch (now) {
            case MERGED -> forEachRunning(kind -> end(at, kind, ClockState.CANCELLED, ClockCause.MERGED));
            case DONE ->
                forEachRunning(kind -> end(
                        at,
                        kind,
                        kind == ClockKind.RESOLUTION ? ClockState.FULFILLED : ClockState.CANCELLED,
                        ClockCause.SOLVED));
            case OPEN -> {
                if (!answered) {
                    start(ClockKind.FIRST_RESPONSE, at, ClockCause.REOPENED);
                }
                start(ClockKind.RESOLUTION, at, ClockCause.REOPENED);
            }
        }
    }

    private void start(ClockKind kind, Instant at, ClockCause cause) {
        int cycle = cycles.merge(kind, 1, Integer::sum);
        ClockCause silence = silence(at);
        ClockRun run =
                new ClockRun(kind, cycle, at, firstSeenAt, terms.target(kind), cause, silence, terms.policyVersion());
        latest.put(kind, run);
        runs.add(run);
        // what happened before a ticket was first seen is not fully known, so no answer is owed for it
        answered |= kind == ClockKind.FIRST_RESPONSE && silence != null;
    }

    private @Nullable ClockCause silence(Instant startedAt) {
        if (first.imported() && !startedAt.isAfter(firstSeenAt)) {
            return ClockCause.IMPORTED;
        }
        Instant oldest = firstSeenAt.minus(policy().watchdog().firesNothingWhenOlderThan());
        return startedAt.isBefore(oldest) ? ClockCause.OLD_AT_FIRST_SIGHT : null;
    }

    private void retarget(Instant at, ClockKind kind, Terms before, DynamicPolicy dynamic) {
        if (!run(kind).running()) {
            return;
        }
        boolean severer = terms.moreSevereThan(before);
        String by = severer
                ? "severity " + before.severity() + " -> " + terms.severity()
                : "target " + before.target(kind).working() + " -> "
                        + terms.target(kind).working();
        run(kind)
                .retarget(
                        at,
                        terms.target(kind).working(),
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

    private void shorten(Instant at, BigDecimal factor, ClockCause cause, String what) {
        String by = what + ", x" + factor.toPlainString();
        forEachRunning(kind ->
                run(kind).shorten(at, factor, policy().dynamic().leavesAtLeast(), cause, by, terms.policyVersion()));
    }

    private void end(Instant at, ClockKind kind, ClockState how, ClockCause cause) {
        run(kind).end(at, how, cause, terms.policyVersion());
    }

    private void forEachRunning(Consumer<ClockKind> change) {
        latest.forEach((kind, run) -> {
            if (run.running()) {
                change.accept(kind);
            }
        });
    }

    private ClockRun run(ClockKind kind) {
        ClockRun run = latest.get(kind);
        if (run == null) {
            throw new IllegalStateException("Every clock starts with the first version");
        }
        return run;
    }

    private SlaPolicy policy() {
        return policies.apply(terms.policyVersion());
    }
}

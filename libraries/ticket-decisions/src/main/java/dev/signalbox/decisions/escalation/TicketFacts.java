package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.SlaAction;
import dev.signalbox.contracts.SlaActionKind;
import dev.signalbox.decisions.escalation.Fact.BreachedRepeatedly;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a ticket. Sequenced topics come in order and are deduplicated by their number; activity is a set,
 * kept in the order in which it happened and within the limits of {@link History}.
 *
 * @param file the newest scored case file, without a route
 * @param silent imported, or old at first sight: the ticket opens nothing by itself
 * @param agentId who owns the ticket
 * @param holding conditions that hold in the newest version
 * @param past conditions that held
 * @param watched ESCALATE actions and passed deadlines
 * @param warned when the watchdog warned of a promise, or took the ticket from its owner
 */
public record TicketFacts(
        @Nullable CaseFile file,
        boolean silent,
        long routeSequence,
        long actionSequence,
        @Nullable String agentId,
        TierWalk tiers,
        List<Condition> holding,
        List<Condition> past,
        List<SlaAction> watched,
        List<Activity> history,
        @Nullable BreachedRepeatedly repeatedBreach,
        List<Instant> warned) {

    /** What is known before anything is known. */
    public static final TicketFacts NONE = new TicketFacts(
            null, false, 0, 0, null, TierWalk.NOWHERE, List.of(), List.of(), List.of(), List.of(), null, List.of());

    private static final int DEADLINE_PASSED = 100;

    public TicketFacts {
        holding = List.copyOf(holding);
        past = List.copyOf(past);
        watched = List.copyOf(watched);
        history = List.copyOf(history);
        warned = warned == null ? List.of() : List.copyOf(warned);
    }

    /** The same with another case file, for a store that keeps it apart. */
    public TicketFacts with(@Nullable CaseFile other) {
        return new TicketFacts(
                other,
                silent,
                routeSequence,
                actionSequence,
                agentId,
                tiers,
                holding,
                past,
                watched,
                history,
                repeatedBreach,
                warned);
    }

    /** These facts and one more; the same facts if it was known. */
    TicketFacts and(Fact fact, EscalationPolicy policy) {
        if (fact instanceof Fact.Scored scored) {
            return scored(scored.file(), policy);
        }
        if (fact instanceof Fact.Routed routed && routed.file().route() != null) {
            return routed(routed.file(), routed.file().route());
        }
        if (fact instanceof Fact.Watched watch) {
            return watched(watch.action());
        }
        if (fact instanceof Fact.Happened happened) {
            return happened(happened.activity());
        }
        return fact instanceof BreachedRepeatedly breaches ? breachedRepeatedly(breaches) : this;
    }

    private TicketFacts scored(CaseFile scored, EscalationPolicy policy) {
        if (file != null && file.version() >= scored.version()) {
            return this;
        }
        List<Condition> seen = new ArrayList<>(ConditionTable.ofScored(scored, policy.conditions()));
        if (policy.prediction() != null) {
            PredictionTable.of(scored, holding, policy.prediction())
                    .forEach(sign -> seen.add(Condition.sign(sign, scored.asOf())));
        }
        Runs runs = runsAfter(seen, false);
        boolean quiet = file == null ? comesTooLate(scored, policy.conditions().ignoreOlderThan()) : silent;
        return new TicketFacts(
                scored,
                quiet,
                routeSequence,
                actionSequence,
                agentId,
                tiers,
                runs.holding(),
                runs.past(),
                watched,
                history,
                repeatedBreach,
                warned);
    }

    private TicketFacts routed(CaseFile routed, Route route) {
        if (routeSequence >= route.sequence()) {
            return this;
        }
        Runs runs = runsAfter(ConditionTable.ofRouted(routed, route.supportTier(), route.decidedAt()), true);
        return new TicketFacts(
                file,
                silent,
                route.sequence(),
                actionSequence,
                route.agentId(),
                tiers.to(route.supportTier(), route.cause()),
                runs.holding(),
                runs.past(),
                watched,
                history,
                repeatedBreach,
                warned);
    }

    private record Runs(List<Condition> holding, List<Condition> past) {}

    /** What holds goes on or begins, what does not hold any more is past; the other topic's conditions stay. */
    private Runs runsAfter(List<Condition> seen, boolean routed) {
        List<Condition> on = new ArrayList<>();
        List<Condition> over = new ArrayList<>(past);
        List<Condition> begun = new ArrayList<>(seen);
        for (Condition before : holding) {
            boolean ofRouted = before.trigger() == EscalationTrigger.TECHNICAL_COMPLEXITY;
            Condition next =
                    seen.stream().filter(before::isContinuedBy).findFirst().orElse(null);
            if (ofRouted != routed) {
                on.add(before);
            } else if (next == null) {
                over.add(before);
            } else {
                on.add(before.continuedBy(next));
                begun.remove(next);
            }
        }
        on.addAll(begun);
        return new Runs(on, over);
    }

    private TicketFacts watched(SlaAction action) {
        if (actionSequence >= action.sequence()) {
            return this;
        }
        List<SlaAction> all = new ArrayList<>(watched);
        if (action.action() == SlaActionKind.ESCALATE || action.level() >= DEADLINE_PASSED) {
            all.add(action);
        }
        List<Instant> warnings = new ArrayList<>(warned);
        if (action.action() == SlaActionKind.WARN || action.action() == SlaActionKind.REASSIGN) {
            warnings.add(action.at());
        }
        return new TicketFacts(
                file,
                silent,
                routeSequence,
                action.sequence(),
                agentId,
                tiers,
                holding,
                past,
                all,
                history,
                repeatedBreach,
                warnings);
    }

    private TicketFacts happened(Activity activity) {
        return new TicketFacts(
                file,
                silent,
                routeSequence,
                actionSequence,
                agentId,
                tiers,
                holding,
                past,
                watched,
                History.with(history, activity),
                repeatedBreach,
                warned);
    }

    private TicketFacts breachedRepeatedly(BreachedRepeatedly breaches) {
        return repeatedBreach != null
                ? this
                : new TicketFacts(
                        file,
                        silent,
                        routeSequence,
                        actionSequence,
                        agentId,
                        tiers,
                        holding,
                        past,
                        watched,
                        history,
                        breaches,
                        warned);
    }

    private static boolean comesTooLate(CaseFile first, Duration limit) {
        Instant created = first.ticket().createdAt();
        return first.ticket().imported() || created.plus(limit).isBefore(first.asOf());
    }

    /** Deadlines that were passed, once for each clock and cycle. */
    public List<SlaAction> breaches() {
        Map<String, SlaAction> first = new TreeMap<>();
        for (SlaAction action : watched) {
            if (action.level() >= DEADLINE_PASSED) {
                first.putIfAbsent(action.clock() + "/" + action.cycle(), action);
            }
        }
        return List.copyOf(first.values());
    }

    Lifespan life() {
        return Lifespan.of(file, history);
    }
}

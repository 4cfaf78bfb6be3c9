package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Activity;
import dev.signalbox.contracts.ActivityKind;
import dev.signalbox.contracts.Actor;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.SlaAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every occurrence of a trigger that follows from a ticket's facts, in the order in which they happened. */
final class Signals {

    private final TicketFacts facts;
    private final EscalationPolicy policy;
    private final Lifespan life;
    private final List<Signal> found = new ArrayList<>();

    private Signals(TicketFacts facts, EscalationPolicy policy) {
        this.facts = facts;
        this.policy = policy;
        this.life = facts.life();
    }

    /** Those that count in the ticket's present life and have taken effect by {@code now}. */
    static List<Signal> of(TicketFacts facts, EscalationPolicy policy, Instant now) {
        Signals signals = new Signals(facts, policy);
        if (!facts.silent()) {
            signals.conditions(now);
            signals.clocks();
            signals.repeatedBreach();
            signals.prediction();
        }
        signals.requests();
        signals.found.removeIf(signal -> signals.life.isOver(signal.at()));
        // of what happened at one time, the greatest risk comes first and the others join it
        signals.found.sort(Comparator.comparing(Signal::at)
                .thenComparing(signal -> policy.rule(signal.trigger()).risk(), Comparator.reverseOrder())
                .thenComparing(Signal::key));
        return List.copyOf(signals.found);
    }

    /** When a condition that waits for its time takes effect; null if none does. */
    static @Nullable Instant nextEffect(TicketFacts facts, Instant now) {
        return facts.holding().stream()
                .map(Condition::notBefore)
                .filter(time -> time != null && time.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void conditions(Instant now) {
        opening(facts.holding()).forEach(condition -> addIfEffective(condition, now));
        opening(facts.past()).forEach(condition -> addIfEffective(condition, condition.lastSeen()));
    }

    private static List<Condition> opening(List<Condition> conditions) {
        return conditions.stream().filter(condition -> condition.sign() == null).toList();
    }

    private void addIfEffective(Condition condition, Instant until) {
        boolean waits = condition.notBefore() != null && condition.notBefore().isAfter(until);
        Instant at = condition.effectiveAt(life);
        if (at != null && !waits) {
            found.add(Signal.of(condition, at));
        }
    }

    private void clocks() {
        for (SlaAction action : facts.watched()) {
            String key = String.join(
                    "/",
                    EscalationTrigger.SLA_BREACH.name(),
                    action.clock().name(),
                    Integer.toString(action.cycle()),
                    Integer.toString(action.level()));
            String reason = action.clock() + " at " + action.level() + " % of its time: " + action.reason();
            found.add(new Signal(
                    key,
                    EscalationTrigger.SLA_BREACH,
                    action.at(),
                    reason,
                    action.clock(),
                    action.level(),
                    action.predicted(),
                    null,
                    List.of()));
        }
    }

    private void repeatedBreach() {
        Fact.BreachedRepeatedly breaches = facts.repeatedBreach();
        if (breaches != null
                && facts.file() != null
                && facts.file().account().arr() >= policy.conditions().valuableArr()) {
            String reason =
                    "annual revenue " + facts.file().account().arr() + ", " + breaches.count() + " promises broken in "
                            + policy.conditions().breachWindow().toDays() + " days";
            EscalationTrigger trigger = EscalationTrigger.HIGH_VALUE_RISK;
            found.add(
                    new Signal(trigger + "/breaches", trigger, breaches.at(), reason, null, 0, false, null, List.of()));
        }
    }

    private void prediction() {
        if (policy.prediction() != null) {
            found.addAll(Prediction.signals(facts, policy.prediction()));
        }
    }

    private void requests() {
        for (Activity activity : facts.history()) {
            if (activity.kind() == ActivityKind.ESCALATION_REQUESTED) {
                found.add(request(activity));
            }
        }
    }

    private static Signal request(Activity activity) {
        Actor actor = activity.actor();
        String who = actor.id() == null ? actor.email() : actor.id();
        String text = activity.text() == null ? "" : ": " + TextEvidence.firstLine(activity.text());
        boolean byCustomer = actor.kind() == Actor.Kind.CUSTOMER;
        EscalationTrigger trigger = byCustomer ? EscalationTrigger.CUSTOMER_REQUEST : EscalationTrigger.AGENT_REQUEST;
        String reason = (byCustomer ? "the customer asks for somebody's superior" : "an agent asks for help") + text;
        String askedBy = actor.kind() == Actor.Kind.AGENT ? who : null;
        return new Signal(
                trigger + "/" + activity.activityId(),
                trigger,
                activity.at(),
                reason,
                null,
                0,
                false,
                askedBy,
                List.of());
    }
}

package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.ApprovalKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.decisions.validation.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The {@code escalation} section of the policy: triggers, chains and the handoff package (S45-S56).
 *
 * @param reachable owners that somebody answers for; a chain may name only these, or {@code agent} (I23)
 * @param onCall who answers for a name of {@code reachable}, and when; names that are not here always reach somebody
 * @param chains by name
 * @param triggers one rule for each trigger
 * @param prediction when a customer's request is expected; null: never
 * @param incidents which tickets belong to one incident; null: customers are not looked for
 * @param approvals who approves what; what is not named cannot be asked for
 */
public record EscalationPolicy(
        List<String> reachable,
        Map<String, OnCallSchedule> onCall,
        Map<String, Chain> chains,
        Map<EscalationTrigger, TriggerRule> triggers,
        TriggerConditions conditions,
        UpdateProtocol updates,
        HandoffPolicy handoff,
        QualityWeights quality,
        RateLimits rates,
        @Nullable PredictionPolicy prediction,
        Map<ApprovalKind, ApprovalRule> approvals,
        @Nullable IncidentPolicy incidents) {

    /** Names faults with their place in the document; nothing is accepted in parts. */
    public EscalationPolicy {
        Demand.that(reachable != null && !reachable.isEmpty(), "escalation.reachable must name at least one owner");
        Demand.that(chains != null && !chains.isEmpty(), "escalation.chains must have at least one chain");
        Demand.that(triggers != null, "escalation.triggers is missing");
        Demand.that(conditions != null, "escalation.conditions is missing");
        Demand.that(updates != null, "escalation.updates is missing");
        Demand.that(handoff != null, "escalation.handoff is missing");
        Demand.that(quality != null, "escalation.quality is missing");
        Demand.that(rates != null, "escalation.rates is missing");
        List<String> faults = new ArrayList<>();
        onCall = onCall == null ? Map.of() : Map.copyOf(onCall);
        faults.addAll(faultsOf(onCall, reachable));
        for (Map.Entry<String, Chain> chain : chains.entrySet()) {
            faults.addAll(chain.getValue().unreachableSteps(chain.getKey(), reachable));
        }
        for (EscalationTrigger trigger : EscalationTrigger.values()) {
            faults.addAll(faultsOf(trigger, triggers.get(trigger), chains, reachable));
        }
        for (String expert : handoff.experts()) {
            if (!reachable.contains(expert)) {
                faults.add("escalation.handoff.experts names '" + expert + "', whom nobody answers for: allowed are "
                        + reachable);
            }
        }
        approvals = approvals == null ? Map.of() : Map.copyOf(approvals);
        for (Map.Entry<ApprovalKind, ApprovalRule> approval : new TreeMap<>(approvals).entrySet()) {
            faults.addAll(approval.getValue().unreachable(approval.getKey(), reachable));
        }
        Allowed.without(faults);
        reachable = List.copyOf(reachable);
        chains = Map.copyOf(chains);
        triggers = Map.copyOf(triggers);
    }

    private static List<String> faultsOf(Map<String, OnCallSchedule> onCall, List<String> reachable) {
        List<String> faults = new ArrayList<>();
        new TreeMap<>(onCall).forEach((name, schedule) -> {
            if (!reachable.contains(name)) {
                faults.add("escalation.onCall names '" + name + "', whom nobody answers for: allowed are " + reachable);
            }
            if (schedule.isEmpty()) {
                faults.add("escalation.onCall." + name
                        + " has no shift and would reach nobody: write shifts, or name shiftFiles");
            }
        });
        return faults;
    }

    private static List<String> faultsOf(
            EscalationTrigger trigger, @Nullable TriggerRule rule, Map<String, Chain> chains, List<String> reachable) {
        String place = "escalation.triggers." + trigger;
        if (rule == null) {
            return List.of(place + " is missing: every trigger needs a rule");
        }
        List<String> faults = new ArrayList<>();
        if (!chains.containsKey(rule.chain())) {
            faults.add(place + ".chain '" + rule.chain() + "' is not one of " + new TreeSet<>(chains.keySet()));
        }
        for (String team : rule.expertise()) {
            if (!reachable.contains(team)) {
                faults.add(
                        place + ".expertise names '" + team + "', whom nobody answers for: allowed are " + reachable);
            }
        }
        return faults;
    }

    /** The rule of a trigger. */
    public TriggerRule rule(EscalationTrigger trigger) {
        TriggerRule rule = triggers.get(trigger);
        if (rule == null) {
            throw new IllegalStateException("A valid policy has a rule for " + trigger);
        }
        return rule;
    }

    /** The chain that a trigger starts. */
    public Chain chain(EscalationTrigger trigger) {
        Chain chain = chains.get(rule(trigger).chain());
        if (chain == null) {
            throw new IllegalStateException("A valid policy has the chain of " + trigger);
        }
        return chain;
    }
}

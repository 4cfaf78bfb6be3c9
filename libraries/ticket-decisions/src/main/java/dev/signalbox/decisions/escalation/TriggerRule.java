package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.RiskLevel;
import java.util.List;

/**
 * What a trigger means (S47).
 *
 * @param expertise who is asked for: support tiers by name, or teams
 * @param chain name of the chain that it starts
 */
public record TriggerRule(RiskLevel risk, RiskLevel renewalImpact, List<String> expertise, String chain) {

    public TriggerRule {
        Demand.that(risk != null, "escalation.triggers: risk is missing");
        Demand.that(renewalImpact != null, "escalation.triggers: renewalImpact is missing");
        Demand.that(chain != null, "escalation.triggers: chain is missing");
        Demand.that(expertise != null && !expertise.isEmpty(), "escalation.triggers: expertise must name somebody");
        expertise = List.copyOf(expertise);
    }
}

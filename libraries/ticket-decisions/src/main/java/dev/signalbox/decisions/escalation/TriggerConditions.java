package dev.signalbox.decisions.escalation;

import java.time.Duration;
import java.util.Set;

/**
 * When triggers open (domain 7).
 *
 * @param disputeIntents intents about overcharges, contracts and refunds
 * @param securityRules hard rules that are about security
 * @param managerWords risk words by which a customer asks for somebody's superior
 * @param deadlineWithin an external deadline nearer than this opens
 * @param valuableArr annual recurring revenue from which an account's risk opens, whole units
 * @param lowHealth health below this is a risk, 0..100
 * @param breachCount so many breaches of one account within {@code breachWindow} are a risk
 * @param raiseFromLevel a clock's level, in percent, from which its escalation goes to the next step
 * @param ignoreOlderThan a ticket older than this at first sight opens nothing by itself
 */
public record TriggerConditions(
        Set<String> disputeIntents,
        Set<String> securityRules,
        Set<String> managerWords,
        Duration deadlineWithin,
        long valuableArr,
        int lowHealth,
        int breachCount,
        Duration breachWindow,
        int raiseFromLevel,
        Duration ignoreOlderThan) {

    public TriggerConditions {
        Demand.that(disputeIntents != null, "escalation.conditions.disputeIntents is missing");
        Demand.that(securityRules != null, "escalation.conditions.securityRules is missing");
        Demand.that(managerWords != null, "escalation.conditions.managerWords is missing");
        positive(deadlineWithin, "deadlineWithin");
        positive(breachWindow, "breachWindow");
        positive(ignoreOlderThan, "ignoreOlderThan");
        Demand.that(valuableArr > 0, "escalation.conditions.valuableArr must be above 0");
        Demand.that(lowHealth >= 0 && lowHealth <= 100, "escalation.conditions.lowHealth must be 0..100");
        Demand.that(breachCount > 0, "escalation.conditions.breachCount must be above 0");
        Demand.that(raiseFromLevel > 100, "escalation.conditions.raiseFromLevel must be above 100 percent");
        disputeIntents = Set.copyOf(disputeIntents);
        securityRules = Set.copyOf(securityRules);
        managerWords = Set.copyOf(managerWords);
    }

    private static void positive(Duration duration, String name) {
        Demand.that(
                duration != null && duration.compareTo(Duration.ZERO) > 0,
                "escalation.conditions." + name + " must be a positive duration, for example PT48H");
    }
}

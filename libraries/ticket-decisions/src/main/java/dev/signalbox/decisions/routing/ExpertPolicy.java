package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.Severity;
import dev.signalbox.decisions.validation.Allowed;
import java.util.Set;

/**
 * What opens T3 (S40).
 *
 * @param severities open it by themselves
 * @param missedClock opens it when it is breached under a T2 owner
 * @param triggers of a T2 agent's escalation that opens it
 * @param completeness least completeness of that escalation's package, percent
 */
public record ExpertPolicy(
        Set<Severity> severities, ClockKind missedClock, Set<EscalationTrigger> triggers, int completeness) {

    public ExpertPolicy {
        severities = severities == null ? Set.of() : Set.copyOf(severities);
        Allowed.present("routing.experts.missedClock", missedClock);
        triggers = triggers == null ? Set.of() : Set.copyOf(triggers);
        Allowed.between("routing.experts.completeness", completeness, 0, 100);
    }
}

package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.Severity;
import java.time.Duration;
import java.util.Set;

/**
 * Which tickets belong to one incident (S49).
 *
 * @param within tickets that are opened so long before or after the first escalated one belong to it
 * @param problemFields fields of a ticket in which a helpdesk names its problem record; it counts before everything else
 * @param severities tickets without a problem record belong to an incident of their product or category only if they are
 *     as severe
 */
public record IncidentPolicy(Duration within, Set<String> problemFields, Set<Severity> severities) {

    public IncidentPolicy {
        Demand.that(
                within != null && within.compareTo(Duration.ZERO) > 0,
                "escalation.incidents.within must be a positive duration, for example PT6H");
        Demand.that(problemFields != null, "escalation.incidents.problemFields is missing");
        Demand.that(severities != null, "escalation.incidents.severities is missing");
        problemFields = Set.copyOf(problemFields);
        severities = Set.copyOf(severities);
    }
}

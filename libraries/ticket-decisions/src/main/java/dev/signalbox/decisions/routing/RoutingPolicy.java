package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import dev.signalbox.decisions.validation.Allowed;
import java.util.Map;

/**
 * The {@code routing} section of the policy (S19-S27, S37-S44): every number that a routing decision uses.
 *
 * @param matrix band, severity and plan to a lane, total (N8)
 * @param lanes the ways to look for an owner, by name
 * @param precedence lanes of the rules that come before the matrix
 * @param escalationFloors the lowest tier that may own a ticket while an escalation of that trigger is open
 * @param queue in which order waiting tickets are served (C3, N3)
 */
public record RoutingPolicy(
        RoutingMatrix matrix,
        Map<String, Lane> lanes,
        PrecedencePolicy precedence,
        SkillPolicy skills,
        PodPolicy pods,
        ChoiceWeights choice,
        CapacityPolicy capacity,
        ReviewPolicy review,
        SelfServicePolicy selfService,
        ExpertPolicy experts,
        Map<EscalationTrigger, SupportTier> escalationFloors,
        AcceptancePolicy acceptance,
        QueuePolicy queue,
        RoutingLimits limits) {

    /** The lane's name in the matrix that stands for tier T0. */
    public static final String SELF_SERVICE = "self-service";

    public RoutingPolicy {
        lanes = Map.copyOf(Allowed.present("routing.lanes", lanes));
        escalationFloors = Map.copyOf(Allowed.present("routing.escalationFloors", escalationFloors));
        Allowed.present("routing.matrix", matrix);
        Allowed.present("routing.precedence", precedence);
        Allowed.present("routing.skills", skills);
        Allowed.present("routing.pods", pods);
        Allowed.present("routing.choice", choice);
        Allowed.present("routing.capacity", capacity);
        Allowed.present("routing.review", review);
        Allowed.present("routing.selfService", selfService);
        Allowed.present("routing.experts", experts);
        Allowed.present("routing.acceptance", acceptance);
        Allowed.present("routing.queue", queue);
        Allowed.present("routing.limits", limits);
        for (MatrixRow row : matrix.rows()) {
            if (!row.lane().equals(SELF_SERVICE)) {
                known(lanes, "routing.matrix.lane", row.lane());
            }
        }
        known(lanes, "routing.precedence.hardRule", precedence.hardRule());
        known(lanes, "routing.precedence.totalOutage", precedence.totalOutage());
        known(lanes, "routing.precedence.riskWord", precedence.riskWord());
        known(lanes, "routing.review.lane", review.lane());
        known(lanes, "routing.selfService.lane", selfService.lane());
    }

    /** The lane of that name; the constructor has seen to it that every name in use is known. */
    public Lane lane(String name) {
        Lane lane = lanes.get(name);
        if (lane == null) {
            throw new IllegalArgumentException("No lane is named " + name);
        }
        return lane;
    }

    private static void known(Map<String, Lane> lanes, String field, String name) {
        if (!lanes.containsKey(name)) {
            throw new IllegalArgumentException(
                    field + ": no lane is named '" + name + "'; allowed: " + new java.util.TreeSet<>(lanes.keySet()));
        }
    }
}

package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.EscalationTrigger;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.decisions.routing.queue.QueuePolicy;
import dev.signalbox.decisions.validation.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The {@code routing} section of the policy (S19-S27, S37-S44): every number that a routing decision uses.
 *
 * @param matrix band, severity and plan to a lane, total (N8)
 * @param lanes the ways to look for an owner, by name
 * @param precedence lanes of the rules that come before the matrix
 * @param escalationFloors the lowest tier that may own a ticket while an escalation of that trigger is open
 * @param queue in which order waiting tickets are served (C3, N3); left out: {@link QueuePolicy#usual}
 * @param staffing how many agents each tier should have, or null for no word on it
 * @param lending which free places are kept for the class that must be answered at once, or null for none (N11)
 * @param fairShare how many tickets one agent is given in a while, or null for no limit (P24)
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
        RoutingLimits limits,
        @Nullable StaffingPolicy staffing,
        @Nullable LendingPolicy lending,
        @Nullable FairSharePolicy fairShare) {

    /** The lane's name in the matrix that stands for tier T0. */
    public static final String SELF_SERVICE = "self-service";

    public RoutingPolicy {
        lanes = Map.copyOf(Allowed.present("routing.lanes", lanes));
        queue = queue == null ? QueuePolicy.usual() : queue;
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
        Allowed.present("routing.limits", limits);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < matrix.rows().size(); i++) {
            String name = matrix.rows().get(i).lane();
            if (!name.equals(SELF_SERVICE)) {
                faults.addAll(unknown(lanes, "routing.matrix[" + i + "].lane", name));
            }
        }
        faults.addAll(unknown(lanes, "routing.precedence.hardRule", precedence.hardRule()));
        faults.addAll(unknown(lanes, "routing.precedence.totalOutage", precedence.totalOutage()));
        faults.addAll(unknown(lanes, "routing.precedence.riskWord", precedence.riskWord()));
        faults.addAll(unknown(lanes, "routing.review.lane", review.lane()));
        faults.addAll(unknown(lanes, "routing.selfService.lane", selfService.lane()));
        lanes.forEach((name, lane) -> {
            if (lane.steps().stream().allMatch(Step::pod)) {
                faults.add("routing.lanes." + name + ".steps find nobody for an account without a pod:"
                        + " add a step without 'pod: true'");
            }
        });
        Allowed.without(faults);
    }

    /** The lane of that name; the constructor has seen to it that every name in use is known. */
    public Lane lane(String name) {
        Lane lane = lanes.get(name);
        if (lane == null) {
            throw new IllegalArgumentException("No lane is named " + name);
        }
        return lane;
    }

    private static List<String> unknown(Map<String, Lane> lanes, String field, String name) {
        return lanes.containsKey(name)
                ? List.of()
                : List.of(field + ": no lane is named '" + name + "'; allowed: " + new TreeSet<>(lanes.keySet()));
    }
}

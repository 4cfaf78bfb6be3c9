package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.SupportTier;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a policy sends a ticket, whoever is there: the routing decision of a team without agents.
 *
 * @param route with queue, tier and matrix row, or null where there is nothing to decide
 * @param tiers every tier that is asked sooner or later, pods aside: whoever gets the ticket has one of them
 */
public record Placement(@Nullable Route route, Set<SupportTier> tiers) {

    public Placement {
        tiers = Set.copyOf(tiers);
    }

    /**
     * The placement of a ticket of which nothing but its case file is known, decided at {@code asOf}.
     *
     * @throws IllegalArgumentException if the case has no score or targets
     */
    public static Placement of(RoutingRules rules, CaseFile scored) {
        RoutingPolicy policy = rules.policy();
        Roster nobody = new Roster(new Staff(List.of()), scored.asOf());
        Round round = new Round(nobody, policy.queue(), 1);
        TicketState fresh = TicketState.unknown(scored.ticket().id()).with(Heard.NOTHING.version(scored.version()));
        Draft settled = round.settle(Draft.of(scored, rules, fresh, null));
        Demand demand = Need.of(settled, nobody).demand();
        Set<SupportTier> tiers = EnumSet.noneOf(SupportTier.class);
        policy.lane(demand.lane()).steps().forEach(step -> tiers.addAll(step.tiers()));
        return new Placement(round.serve(List.of(settled)).get(0).route(), tiers);
    }
}

package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a policy sends a ticket, whoever is there: the routing decision of a team without agents. */
public final class Placement {

    private Placement() {}

    /**
     * Queue, tier and matrix row of a ticket of which nothing but its case file is known, decided at {@code asOf}; null
     * where there is nothing to decide. Pods and agents are not looked at.
     *
     * @throws IllegalArgumentException if the case has no score or targets
     */
    public static @Nullable Route of(RoutingPolicy policy, CaseFile scored) {
        Round round = new Round(new Roster(new Staff(List.of()), scored.asOf()));
        TicketState fresh = TicketState.unknown(scored.ticket().id()).with(Heard.NOTHING.version(scored.version()));
        Draft settled = round.settle(Draft.of(scored, policy, fresh, null));
        return round.serve(List.of(settled)).get(0).route();
    }
}

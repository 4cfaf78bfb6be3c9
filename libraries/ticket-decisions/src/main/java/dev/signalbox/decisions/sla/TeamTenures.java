package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Route;
import dev.signalbox.contracts.RouteDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which teams have had a ticket, in order (P12). */
public record TeamTenures(List<TeamTenure> all) {

    /** Before routing has said anything. */
    public static final TeamTenures NONE = new TeamTenures(List.of());

    public TeamTenures {
        all = all == null ? List.of() : List.copyOf(all);
    }

    /** These and what a route says; routes come in their order. */
    public TeamTenures with(Route route) {
        boolean over = route.decision() == RouteDecision.RELEASED || route.decision() == RouteDecision.CLOSED;
        TeamTenure last = all.isEmpty() ? null : all.get(all.size() - 1);
        TeamTenure has = last != null && last.until() == null ? last : null;
        if (has == null ? over : !over && sameTeam(has, route)) {
            return this;
        }
        List<TeamTenure> more = new ArrayList<>(all);
        if (has != null) {
            more.set(more.size() - 1, has.endedAt(route.decidedAt()));
        }
        if (!over) {
            more.add(new TeamTenure(route.supportTier(), route.queue(), route.pod(), route.decidedAt(), null));
        }
        return new TeamTenures(more);
    }

    private static boolean sameTeam(TeamTenure last, Route route) {
        return last.supportTier() == route.supportTier()
                && Objects.equals(last.queue(), route.queue())
                && Objects.equals(last.pod(), route.pod());
    }
}

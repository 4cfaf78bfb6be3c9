package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.Route;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/** Who would get a ticket if its owner had to give it up. */
public final class NextAgent {

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparing(NextAgent::points).reversed().thenComparing(Candidate::agentId);

    private NextAgent() {}

    /** The best of the other eligible candidates; empty where routing named none. */
    public static Optional<String> after(Route route) {
        return route.candidates().stream()
                .filter(candidate ->
                        candidate.eligible() && !candidate.agentId().equals(route.agentId()))
                .min(BEST_FIRST)
                .map(Candidate::agentId);
    }

    private static BigDecimal points(Candidate candidate) {
        BigDecimal points = candidate.points();
        return points == null ? BigDecimal.ZERO : points;
    }
}

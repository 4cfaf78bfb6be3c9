package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.SimilarTicket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * How well an eligible agent fits a ticket (S38): proficiency, free share of his capacity, similar tickets solved,
 * region, language. Exact decimal arithmetic in ten-thousandths; the sum is rounded once, HALF_UP.
 */
final class Points {

    private static final int SCALE = 4;
    private static final long ONE = 10_000;
    private static final int BEST_PROFICIENCY = 5;

    private final Demand demand;
    private final long proficiency;
    private final long load;
    private final long similar;
    private final long region;
    private final long language;
    private final Map<String, Long> similarity = new HashMap<>();

    Points(Demand demand, CaseFile file, ChoiceWeights weights) {
        this.demand = demand;
        this.proficiency = units(weights.proficiency());
        this.load = units(weights.load());
        this.similar = units(weights.similar());
        this.region = units(weights.region());
        this.language = units(weights.language());
        for (SimilarTicket solved : file.analysis().similar()) {
            if (solved.resolvedBy() != null) {
                similarity.merge(solved.resolvedBy(), units(solved.similarity()), Math::max);
            }
        }
    }

    /** Ten-thousandths, 0..10000. */
    long of(Agent agent, int openTickets) {
        long sum = proficiency * (agent.proficiency(demand.skill()) * ONE / BEST_PROFICIENCY)
                + load * freeShare(agent.capacity(), openTickets)
                + similar * similarity.getOrDefault(agent.id(), 0L);
        if (demand.region() != null && demand.region().equalsIgnoreCase(agent.region())) {
            sum += region * ONE;
        }
        if (agent.speaks(demand.language())) {
            sum += language * ONE;
        }
        return (sum + ONE / 2) / ONE;
    }

    static BigDecimal decimal(long points) {
        return BigDecimal.valueOf(points, SCALE);
    }

    private static long freeShare(int soft, int openTickets) {
        return soft <= 0 ? 0 : Math.max(0, soft - openTickets) * ONE / soft;
    }

    private static long units(BigDecimal share) {
        return share.movePointRight(SCALE).setScale(0, RoundingMode.HALF_UP).longValue();
    }
}

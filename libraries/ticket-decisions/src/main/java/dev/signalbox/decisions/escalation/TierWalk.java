package dev.signalbox.decisions.escalation;

import dev.signalbox.contracts.RouteCause;
import dev.signalbox.contracts.SupportTier;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of a ticket through the support tiers, for the rates of S41.
 *
 * @param now the tier that has it
 * @param reached every tier that had it
 * @param t1ToT2 it was escalated from T1 to T2
 * @param t2ToT3 it was escalated from T2 to T3
 */
public record TierWalk(@Nullable SupportTier now, Set<SupportTier> reached, boolean t1ToT2, boolean t2ToT3) {

    static final TierWalk NOWHERE = new TierWalk(null, Set.of(), false, false);

    public TierWalk {
        reached = reached.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(reached));
    }

    TierWalk to(SupportTier tier, RouteCause cause) {
        Set<SupportTier> all = EnumSet.of(tier);
        all.addAll(reached);
        boolean escalated = cause == RouteCause.ESCALATED;
        return new TierWalk(
                tier,
                all,
                t1ToT2 || (escalated && now == SupportTier.T1 && tier == SupportTier.T2),
                t2ToT3 || (escalated && now == SupportTier.T2 && tier == SupportTier.T3));
    }
}

package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.SupportTier;
import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.table.TotalTable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code sla.targets} section of the policy: what is promised to whom (S28, S33).
 *
 * @param firstResponse until a person has answered for the first time
 * @param nextResponseAtLeast the next response has the band's first response target, but never less than this
 * @param resolution until the ticket is solved
 * @param update how often the customer is told of an escalated ticket
 * @param team how long a team of each support tier may have a ticket (P12); the customer is promised nothing by it
 * @param roundTheClock what is counted in hours of the clock, whatever the support calendar says
 * @param calendar name of the support calendar of accounts that have none of their own
 * @param entitledChannels channels a plan may use; a plan that is not named may use all
 */
public record TargetTable(
        Targets firstResponse,
        WorkTime nextResponseAtLeast,
        Targets resolution,
        UpdateTargets update,
        TotalTable<SupportTier, Duration> team,
        RoundTheClock roundTheClock,
        String calendar,
        Map<PlanTier, Set<Channel>> entitledChannels) {

    /** For documents that were written before it could be said (P12). */
    private static final TotalTable<SupportTier, Duration> USUAL_TEAM = new TotalTable<>(Map.of(
            SupportTier.T0, Duration.ofHours(1),
            SupportTier.T1, Duration.ofHours(8),
            SupportTier.T2, Duration.ofHours(24),
            SupportTier.T3, Duration.ofHours(72),
            SupportTier.T4, Duration.ofHours(120)));

    public TargetTable {
        update = update == null ? UpdateTargets.USUAL : update;
        team = team == null ? USUAL_TEAM : team;
        if (firstResponse == null || resolution == null || roundTheClock == null) {
            throw new IllegalArgumentException(
                    "sla.targets needs the sections firstResponse, resolution and roundTheClock");
        }
        Targets.requirePositive("sla.targets.nextResponseAtLeast", nextResponseAtLeast);
        team.rows().forEach((tier, target) -> Targets.requirePositive("sla.targets.team." + tier, target));
        if (calendar == null || calendar.isBlank()) {
            throw new IllegalArgumentException("sla.targets.calendar must name a support calendar, or 24x7");
        }
        entitledChannels = entitledChannels == null ? Map.of() : Map.copyOf(entitledChannels);
    }

    /**
     * Rows of the table; the shortest of those that apply is the target. Every row is above zero, in working time or business
     * days.
     *
     * @param band a target for each band
     * @param plan targets by plan; a plan that is not named has no row
     * @param planByChannel takes the place of the plan's row on that channel
     * @param totalOutage for everyone whose work has stopped entirely; takes the place of the P1 row
     * @param p1 any other P1, for each plan
     */
    public record Targets(
            TotalTable<Band, WorkTime> band,
            Map<PlanTier, WorkTime> plan,
            Map<PlanTier, Map<Channel, WorkTime>> planByChannel,
            WorkTime totalOutage,
            TotalTable<PlanTier, WorkTime> p1) {

        public Targets {
            plan = plan == null ? Map.of() : Map.copyOf(plan);
            planByChannel = planByChannel == null ? Map.of() : Map.copyOf(planByChannel);
            requirePositive("totalOutage", totalOutage);
            if (band == null || p1 == null) {
                throw new IllegalArgumentException("targets need the rows band and p1");
            }
            band.rows().forEach((key, target) -> requirePositive("band." + key, target));
            p1.rows().forEach((tier, target) -> requirePositive("p1." + tier, target));
            plan.forEach((tier, target) -> requirePositive("plan." + tier, target));
            planByChannel.forEach((tier, targets) -> targets.forEach(
                    (channel, target) -> requirePositive("planByChannel." + tier + "." + channel, target)));
        }

        /** The row of a plan on a channel, or null where the plan has no row of its own for it. */
        @Nullable
        WorkTime byChannel(PlanTier tier, Channel channel) {
            Map<Channel, WorkTime> targets = planByChannel.get(tier);
            return targets == null ? null : targets.get(channel);
        }

        static void requirePositive(String name, @Nullable Duration target) {
            requirePositive(name, target == null ? null : WorkTime.of(target));
        }

        static void requirePositive(String name, @Nullable WorkTime target) {
            if (target == null || !target.isPositive()) {
                throw new IllegalArgumentException(name
                        + " must be a duration above zero such as PT4H, or business days such as P1D, is " + target);
            }
        }
    }

    /** Cases that run around the clock; the lock-out of a dismissed employee (S15) always does. */
    public record RoundTheClock(Set<Band> bands, Set<Severity> severities) {

        public RoundTheClock {
            bands = bands == null ? Set.of() : Set.copyOf(bands);
            severities = severities == null ? Set.of() : Set.copyOf(severities);
        }
    }
}

package dev.signalbox.decisions.sla;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Band;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Contract;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.contracts.Severity;
import dev.signalbox.contracts.Sla;
import dev.signalbox.contracts.SlaTarget;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.decisions.sla.TargetTable.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is promised for a case (S28, S33): of all rows of the table that apply, the shortest.
 *
 * <p>The watchdog owns the promise once it runs. Due times are counted around the clock from the helpdesk's
 * {@code createdAt}; the calendar is named, so that its owner can count again.
 */
public final class SlaTargets {

    /** The calendar that never closes. */
    public static final String AROUND_THE_CLOCK = "24x7";

    private final TargetTable table;

    public SlaTargets(TargetTable table) {
        this.table = table;
    }

    /** The targets of a case in that band. */
    public Sla of(Ticket ticket, Account account, Analysis analysis, Band band) {
        String calendar = calendar(account, analysis, band);
        Contract contract = account.contract();
        SlaTarget firstResponse = shortest(table.firstResponse(), ticket.channel(), account, analysis, band)
                .orShorter("CONTRACT", contract == null ? null : contract.firstResponse())
                .target(calendar, ticket.createdAt());
        SlaTarget nextResponse = new Shortest()
                .orShorter("BAND_" + band, table.firstResponse().band().of(band))
                .atLeast("NEXT_RESPONSE_AT_LEAST", table.nextResponseAtLeast())
                .target(calendar, null);
        SlaTarget resolution = shortest(table.resolution(), ticket.channel(), account, analysis, band)
                .target(calendar, ticket.createdAt());
        return new Sla(firstResponse, nextResponse, resolution, flags(ticket.channel(), account.planTier()));
    }

    private static Shortest shortest(Targets targets, Channel channel, Account account, Analysis analysis, Band band) {
        PlanTier plan = account.planTier();
        Shortest shortest =
                new Shortest().orShorter("BAND_" + band, targets.band().of(band));
        Duration byChannel = targets.byChannel(plan, channel);
        if (byChannel != null) {
            shortest = shortest.orShorter("PLAN_" + plan + "_" + channel, byChannel);
        } else {
            shortest = shortest.orShorter("PLAN_" + plan, targets.plan().get(plan));
        }
        if (analysis.totalOutage()) {
            return shortest.orShorter("TOTAL_OUTAGE", targets.totalOutage());
        }
        return analysis.severity() == Severity.P1
                ? shortest.orShorter("P1_" + plan, targets.p1().of(plan))
                : shortest;
    }

    private String calendar(Account account, Analysis analysis, Band band) {
        if (analysis.accessRevocation()
                || table.roundTheClock().bands().contains(band)
                || table.roundTheClock().severities().contains(analysis.severity())) {
            return AROUND_THE_CLOCK;
        }
        Contract contract = account.contract();
        return contract == null || contract.calendar() == null ? table.calendar() : contract.calendar();
    }

    private List<String> flags(Channel channel, PlanTier plan) {
        Set<Channel> entitled = table.entitledChannels().get(plan);
        return entitled == null || entitled.contains(channel) ? List.of() : List.of("CHANNEL_OUTSIDE_PLAN");
    }
}

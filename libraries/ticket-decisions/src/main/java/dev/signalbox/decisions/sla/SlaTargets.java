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
import dev.signalbox.contracts.WorkTime;
import dev.signalbox.decisions.sla.TargetTable.Targets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is promised for a case (S28, S33): of all rows of the table that apply, the shortest.
 *
 * <p>The watchdog owns the promise once it runs. Due times are counted from the helpdesk's {@code createdAt} by the
 * calendar that is named: around the clock for what the policy says and for {@code accessRevocation}, otherwise by that of
 * the contract if the policy has it, else by the policy's support calendar.
 */
public final class SlaTargets {

    private final SlaPolicy policy;
    private final TargetTable table;

    public SlaTargets(SlaPolicy policy) {
        this.policy = policy;
        this.table = policy.targets();
    }

    /** The targets of a case in that band. */
    public Sla of(Ticket ticket, Account account, Analysis analysis, Band band) {
        Counting counting = counting(ticket, account.contract(), analysis, band);
        Contract contract = account.contract();
        SlaTarget firstResponse = shortest(counting, table.firstResponse(), ticket.channel(), account, analysis, band)
                .orShorter("CONTRACT", contract == null ? null : contract.firstResponse())
                .startingAtCreation();
        SlaTarget nextResponse = new Shortest(counting)
                .orShorter("BAND_" + band, table.firstResponse().band().of(band))
                .atLeast("NEXT_RESPONSE_AT_LEAST", table.nextResponseAtLeast())
                .startingLater();
        SlaTarget resolution = shortest(counting, table.resolution(), ticket.channel(), account, analysis, band)
                .startingAtCreation();
        return new Sla(firstResponse, nextResponse, resolution, flags(ticket.channel(), account));
    }

    private static Shortest shortest(
            Counting counting, Targets targets, Channel channel, Account account, Analysis analysis, Band band) {
        PlanTier plan = account.planTier();
        Shortest shortest =
                new Shortest(counting).orShorter("BAND_" + band, targets.band().of(band));
        WorkTime byChannel = targets.byChannel(plan, channel);
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

    private Counting counting(Ticket ticket, @Nullable Contract contract, Analysis analysis, Band band) {
        Instant from = ticket.createdAt();
        String urgent = urgent(analysis, band);
        if (urgent != null) {
            return new Counting(SlaPolicy.AROUND_THE_CLOCK, urgent, policy.calendar(SlaPolicy.AROUND_THE_CLOCK), from);
        }
        String own = ownCalendar(contract);
        return own != null && policy.knows(own)
                ? new Counting(own, "CONTRACT", policy.calendar(own), from)
                : new Counting(table.calendar(), "POLICY", policy.calendar(table.calendar()), from);
    }

    private @Nullable String urgent(Analysis analysis, Band band) {
        if (analysis.accessRevocation()) {
            return "ACCESS_REVOCATION";
        }
        if (table.roundTheClock().bands().contains(band)) {
            return "BAND_" + band;
        }
        return table.roundTheClock().severities().contains(analysis.severity())
                ? "SEVERITY_" + analysis.severity()
                : null;
    }

    private static @Nullable String ownCalendar(@Nullable Contract contract) {
        return contract == null ? null : contract.calendar();
    }

    private List<String> flags(Channel channel, Account account) {
        List<String> flags = new ArrayList<>();
        Set<Channel> entitled = table.entitledChannels().get(account.planTier());
        if (entitled != null && !entitled.contains(channel)) {
            flags.add("CHANNEL_OUTSIDE_PLAN");
        }
        String own = ownCalendar(account.contract());
        if (own != null && !policy.knows(own)) {
            flags.add("CONTRACT_CALENDAR_UNKNOWN");
        }
        return flags;
    }
}

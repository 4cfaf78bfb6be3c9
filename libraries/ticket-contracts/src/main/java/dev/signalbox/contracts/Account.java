package dev.signalbox.contracts;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The customer company as it was when the ticket was enriched (S2).
 *
 * @param known false: the ticket's company was not found and plan BASIC with health 70 is assumed
 * @param arr annual recurring revenue in whole units of {@code currency}
 * @param mrr monthly recurring revenue in whole units of {@code currency}
 * @param health 0..100, 100 is healthy
 * @param openTickets open tickets of this account, this one included
 * @param executive address of the executive sponsor
 * @param csm address of the customer success manager
 */
public record Account(
        @Nullable String id,
        boolean known,
        @Nullable String name,
        PlanTier planTier,
        long arr,
        long mrr,
        @Nullable String currency,
        int health,
        @Nullable LocalDate renewalDate,
        @Nullable String region,
        @Nullable String timeZone,
        @Nullable Seats seats,
        int openTickets,
        Map<String, String> usage,
        Map<String, String> configuration,
        @Nullable Contract contract,
        @Nullable String executive,
        @Nullable String csm) {

    /** What is assumed of a company that nobody has told us about yet. */
    public static final Account UNKNOWN = new Account(
            null,
            false,
            null,
            PlanTier.BASIC,
            0,
            0,
            null,
            70,
            null,
            null,
            null,
            null,
            0,
            Map.of(),
            Map.of(),
            null,
            null,
            null);

    public Account {
        usage = usage == null ? Map.of() : Map.copyOf(usage);
        configuration = configuration == null ? Map.of() : Map.copyOf(configuration);
    }
}

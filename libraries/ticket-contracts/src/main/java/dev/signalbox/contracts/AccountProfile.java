package dev.signalbox.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reference data on {@code accounts}, keyed by the account's id.
 *
 * @param domains e-mail domains that belong to the account, lower case
 * @param externalIds for each source the helpdesk's organisation id
 * @param executive address of the executive sponsor
 * @param csm address of the customer success manager
 */
public record AccountProfile(
        String id,
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
        Map<String, String> usage,
        Map<String, String> configuration,
        List<String> domains,
        Map<String, String> externalIds,
        List<Contact> contacts,
        @Nullable Contract contract,
        @Nullable String executive,
        @Nullable String csm) {

    public AccountProfile {
        usage = usage == null ? Map.of() : Map.copyOf(usage);
        configuration = configuration == null ? Map.of() : Map.copyOf(configuration);
        domains = domains == null ? List.of() : List.copyOf(domains);
        externalIds = externalIds == null ? Map.of() : Map.copyOf(externalIds);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /** The account section of a case file. */
    public Account asAccount(int openTickets) {
        return new Account(
                id,
                true,
                name,
                planTier,
                arr,
                mrr,
                currency,
                health,
                renewalDate,
                region,
                timeZone,
                seats,
                openTickets,
                usage,
                configuration,
                contract,
                executive,
                csm);
    }
}

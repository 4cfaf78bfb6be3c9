package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.PlanTier;
import dev.signalbox.decisions.validation.Allowed;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dedicated pod serves an account (S19, S27).
 *
 * @param accountKey name of the entry in the account's configuration that names its pod
 * @param plans pod of a plan's accounts that name none
 */
public record PodPolicy(String accountKey, Map<PlanTier, String> plans) {

    public PodPolicy {
        Allowed.present("routing.pods.accountKey", accountKey);
        plans = plans == null ? Map.of() : Map.copyOf(plans);
    }

    /**
     * The account's pod, or null if it has none or nobody belongs to it.
     *
     * @param staffed pods with at least one registered agent
     */
    public @Nullable String of(Account account, Set<String> staffed) {
        String named = account.configuration().get(accountKey);
        String pod = named == null || named.isBlank() ? plans.get(account.planTier()) : named;
        return pod != null && staffed.contains(pod) ? pod : null;
    }
}

package dev.signalbox.intake.reading;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One configured helpdesk.
 *
 * @param source its name, unique over all tenants
 * @param kind which adapter reads it, for example {@code zendesk}
 * @param staffDomains e-mail domains of the support team, lower case; empty if not configured
 */
public record Connection(String source, String kind, String tenant, Set<String> staffDomains) {

    public Connection {
        staffDomains = Set.copyOf(staffDomains);
    }

    /** Whether an address is the support team's, or null if nothing is configured or known that would tell. */
    public @Nullable Boolean isStaff(@Nullable String email) {
        if (staffDomains.isEmpty() || email == null) {
            return null;
        }
        return staffDomains.contains(email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}

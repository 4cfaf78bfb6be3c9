package dev.signalbox.enrichment.accounts;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Ticket;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a ticket finds its account: by the helpdesk's organisation, else by the requester's e-mail domain. */
public final class AccountKeys {

    private static final String ORGANIZATION = "org:";
    private static final String DOMAIN = "domain:";

    private AccountKeys() {}

    /** All keys of an account. */
    static Set<String> of(AccountProfile account) {
        Set<String> keys = new TreeSet<>();
        account.externalIds().forEach((source, id) -> keys.add(organization(source, id)));
        account.domains().forEach(domain -> keys.add(domain(domain)));
        return keys;
    }

    /** The key of the ticket's organisation, or null. */
    public static @Nullable String ofOrganization(Ticket ticket) {
        String id = ticket.organizationId();
        return id == null || id.isBlank() ? null : organization(ticket.source(), id);
    }

    /** The key of the requester's e-mail domain, or null. */
    public static @Nullable String ofDomain(Ticket ticket) {
        String email = ticket.requester() == null ? null : ticket.requester().email();
        int at = email == null ? -1 : email.lastIndexOf('@');
        return at < 0 || at == email.length() - 1 ? null : domain(email.substring(at + 1));
    }

    private static String organization(String source, String id) {
        return ORGANIZATION + source + "/" + id;
    }

    private static String domain(String domain) {
        return DOMAIN + domain.strip().toLowerCase(Locale.ROOT);
    }
}

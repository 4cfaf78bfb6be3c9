package dev.signalbox.intake.reading;

import dev.signalbox.contracts.Actor;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One configured helpdesk.
 *
 * @param source its name, unique over all tenants
 * @param kind which adapter reads it, for example {@code zendesk}
 * @param staffDomains e-mail domains of the support team, lower case; empty if not configured
 * @param writeBackUsers ids or addresses under which our own decisions are written into the helpdesk
 */
public record Connection(
        String source, String kind, String tenant, Set<String> staffDomains, Set<String> writeBackUsers) {

    public Connection {
        staffDomains = Set.copyOf(staffDomains);
        writeBackUsers = Set.copyOf(writeBackUsers);
    }

    /** A connection of which nothing is configured. */
    public static Connection named(String source, String kind) {
        return new Connection(source, kind, "default", Set.of(), Set.of());
    }

    /** The same connection under the names that a payload in our own format gives. */
    public Connection called(String otherSource, String otherKind, String otherTenant) {
        return new Connection(otherSource, otherKind, otherTenant, staffDomains, writeBackUsers);
    }

    /** Whether somebody is the user by whom our own decisions are written back. */
    public boolean isWriteBack(Actor actor) {
        return actor.id() != null && writeBackUsers.contains(actor.id())
                || actor.email() != null && writeBackUsers.contains(actor.email());
    }

    /** Whether an address is the support team's, or null if nothing is configured or known that would tell. */
    public @Nullable Boolean isStaff(@Nullable String email) {
        if (staffDomains.isEmpty() || email == null) {
            return null;
        }
        return staffDomains.contains(email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
}

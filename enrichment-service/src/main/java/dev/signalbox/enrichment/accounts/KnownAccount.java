package dev.signalbox.enrichment.accounts;

import dev.signalbox.contracts.AccountProfile;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account, and since which record.
 *
 * @param profile null: it was deleted
 * @param offset of the record on its partition of {@code accounts}
 * @param toldAt the record's time
 */
record KnownAccount(String id, @Nullable AccountProfile profile, long offset, Instant toldAt) {

    Set<String> keys() {
        return profile == null ? Set.of() : AccountKeys.of(profile);
    }

    /**
     * Whether the other record is the same or an earlier one. Both marks are needed: offsets begin anew when a topic is
     * made anew, and clocks of writers differ.
     */
    boolean covers(KnownAccount other) {
        return other.offset <= offset && !other.toldAt.isAfter(toldAt);
    }

    /** Whether tickets must be enriched again. */
    boolean concernsTickets(@Nullable KnownAccount before) {
        if (before == null || before.profile == null || profile == null) {
            return before == null || before.profile != profile;
        }
        return !keys().equals(before.keys()) || !facts(profile).equals(facts(before.profile));
    }

    private record Facts(
            Object planTier,
            long arr,
            int health,
            Object renewal,
            Object contract,
            Object zone,
            Object contacts,
            Object executive) {}

    private static Facts facts(AccountProfile profile) {
        return new Facts(
                profile.planTier(),
                profile.arr(),
                profile.health(),
                profile.renewalDate(),
                profile.contract(),
                profile.timeZone(),
                profile.contacts(),
                profile.executive());
    }

    boolean sameProfile(@Nullable KnownAccount before) {
        return before != null && Objects.equals(profile, before.profile);
    }
}

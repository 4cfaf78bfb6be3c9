package dev.signalbox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket on its way: every stage adds its section and carries the earlier ones along.
 *
 * @param version 1, 2, 3 ... per ticket without a gap, assigned by enrichment
 * @param asOf the time on which every later decision about this version rests
 * @param policyVersion {@code sha256:...} of the policy document that every later stage uses
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseFile(
        long version,
        Instant asOf,
        String policyVersion,
        Ticket ticket,
        Account account,
        Analysis analysis,
        @Nullable Score score,
        @Nullable Sla sla,
        @Nullable Route route) {

    /** The value of {@code tickets.enriched}. */
    public static CaseFile enriched(
            long version, Instant asOf, String policyVersion, Ticket ticket, Account account, Analysis analysis) {
        return new CaseFile(version, asOf, policyVersion, ticket, account, analysis, null, null, null);
    }

    /** The value of {@code tickets.scored}. */
    public CaseFile scored(Score newScore, Sla newSla) {
        return new CaseFile(version, asOf, policyVersion, ticket, account, analysis, newScore, newSla, null);
    }

    /** The value of {@code tickets.routed}. */
    public CaseFile routed(Route newRoute) {
        return new CaseFile(version, asOf, policyVersion, ticket, account, analysis, score, sla, newRoute);
    }
}

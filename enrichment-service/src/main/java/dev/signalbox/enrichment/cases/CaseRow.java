package dev.signalbox.enrichment.cases;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ticket_case}, locked by the transaction that loaded it, if one did.
 *
 * @param revision 0: there is no row yet
 * @param accountId the account that was found last
 * @param pending its account has changed since
 */
public record CaseRow(
        String id, long revision, CaseState state, @Nullable String accountId, boolean pending) {

    static CaseRow absent(String id) {
        return new CaseRow(id, 0, CaseState.EMPTY, null, false);
    }

    CaseRow with(CaseState newState) {
        return new CaseRow(id, revision, newState, accountId, pending);
    }

    CaseRow of(@Nullable String newAccountId) {
        return new CaseRow(id, revision, state, newAccountId, false);
    }
}

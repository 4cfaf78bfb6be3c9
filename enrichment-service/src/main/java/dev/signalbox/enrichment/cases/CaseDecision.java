package dev.signalbox.enrichment.cases;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.decisions.severity.CaseFacts;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.enrichment.cases.CaseState.Published;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the facts ask for a new version, and what it says.
 *
 * @param analyzer of the policy
 * @param policyVersion the policy's hash
 * @param now the time of the decision
 */
public record CaseDecision(TicketAnalyzer analyzer, String policyVersion, Instant now) {

    /**
     * The outcome for one ticket.
     *
     * @param version the new version, or null where nothing has changed that later stages need
     */
    public record Outcome(CaseState state, @Nullable CaseFile version) {}

    /**
     * Decides on a ticket.
     *
     * @param openTickets open tickets of the account, this one included
     * @param classification is asked only where {@link #asksTheClassifier}
     */
    public Outcome decide(
            CaseState state,
            @Nullable AccountProfile account,
            int openTickets,
            Supplier<Classification> classification) {
        Ticket ticket = state.ticket();
        if (ticket == null) {
            return new Outcome(state, null);
        }
        Published before = state.published();
        String fingerprint = Fingerprint.of(state, ticket, account);
        if (!asked(before, fingerprint)) {
            return new Outcome(state, null);
        }
        Analysis analysis = analyzer.analyze(facts(state, ticket, account, classification.get()));
        long version = before.version() + 1;
        Published published =
                new Published(version, fingerprint, analysis.deadline(), analyzer.near(analysis.deadline(), now));
        Account section = account == null ? Account.UNKNOWN : account.asAccount(openTickets);
        return new Outcome(
                new CaseFold(state).published(published).state(),
                CaseFile.enriched(version, now, policyVersion, ticket, section, analysis));
    }

    /** Whether a version is due, for which the classifier will be asked. */
    boolean asksTheClassifier(CaseState state, @Nullable AccountProfile account) {
        Ticket ticket = state.ticket();
        return ticket != null && asked(state.published(), Fingerprint.of(state, ticket, account));
    }

    private boolean asked(Published before, String fingerprint) {
        boolean deadlineCame = !before.deadlineNear() && analyzer.near(before.deadline(), now);
        return deadlineCame || !fingerprint.equals(before.fingerprint());
    }

    private CaseFacts facts(
            CaseState state, Ticket ticket, @Nullable AccountProfile account, Classification classification) {
        List<CaseFacts.Reply> replies = state.said().stream()
                .map(said -> new CaseFacts.Reply(said.at(), said.text()))
                .toList();
        return new CaseFacts(
                ticket,
                replies,
                account,
                classification,
                state.correction(),
                !state.personRequests().isEmpty(),
                now);
    }
}

package dev.signalbox.scoring;

import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Contract;
import dev.signalbox.contracts.Quarantined.Reason;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.edge.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What keeps a case from being scored. */
final class CaseFaults {

    private static final Pattern POLICY_HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    private static final String TIMES = "an instant from 1970 to 9999 such as 2026-11-22T09:00:00Z";
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final List<Fault> faults = new ArrayList<>();

    private CaseFaults() {}

    /** Every fault, empty if the case can be scored. */
    static List<Fault> of(CaseFile enriched) {
        CaseFaults found = new CaseFaults();
        found.require(isPlausible(enriched.asOf()), "/asOf", TIMES);
        found.require(
                enriched.policyVersion() != null
                        && POLICY_HASH.matcher(enriched.policyVersion()).matches(),
                "/policyVersion",
                "sha256: and 64 hex digits");
        found.require(enriched.version() > 0, "/version", "1 or more");
        found.ticket(enriched.ticket());
        found.account(enriched.account());
        found.analysis(enriched.analysis());
        return found.faults;
    }

    /** All faults in one sentence that has no content of the case. */
    static Reason reason(List<Fault> faults) {
        return new Reason(
                "NOT_SCORABLE",
                faults.stream()
                        .map(fault -> fault.pointer() + " must be " + fault.allowed())
                        .collect(Collectors.joining("; ")));
    }

    private void ticket(Ticket ticket) {
        if (ticket == null) {
            require(false, "/ticket", "an object");
            return;
        }
        require(ticket.id() != null && !ticket.id().isBlank(), "/ticket/id", "<source>:<external id>");
        require(ticket.channel() != null, "/ticket/channel", "a channel");
        require(isPlausible(ticket.createdAt()), "/ticket/createdAt", TIMES);
    }

    private static boolean isPlausible(Instant time) {
        return time != null && !time.isBefore(Instant.EPOCH) && time.isBefore(LAST);
    }

    private void account(Account account) {
        if (account == null) {
            require(false, "/account", "an object");
            return;
        }
        require(account.planTier() != null, "/account/planTier", "a plan tier");
        require(account.arr() >= 0, "/account/arr", "0 or more");
        require(account.health() >= 0 && account.health() <= 100, "/account/health", "0..100");
        Contract contract = account.contract();
        require(
                contract == null || contract.firstResponse() == null || isAboveZero(contract),
                "/account/contract/firstResponse",
                "a duration above zero");
    }

    private static boolean isAboveZero(Contract contract) {
        return contract.firstResponse().isPositive();
    }

    private void analysis(Analysis analysis) {
        if (analysis == null) {
            require(false, "/analysis", "an object");
            return;
        }
        require(analysis.severity() != null, "/analysis/severity", "one of P1, P2, P3, P4");
    }

    private void require(boolean holds, String pointer, String allowed) {
        if (!holds) {
            faults.add(new Fault(pointer, "is missing or out of range", allowed));
        }
    }
}

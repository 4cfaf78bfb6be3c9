package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.severity.CaseFacts;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which intents most tickets have, each held against the deflection test (S15, S58, S60): the refusals are those that the
 * ticket's analysis would have had on its day.
 *
 * @param analyzer of the policy
 * @param trusted an intent that the policy calls simple and one with a clear path, or null if it names none
 * @param told the tickets that came through the line, by id; of others only the text is known
 * @param accounts by ticket; the others' account risk is not known
 */
record TicketDrivers(
        TicketAnalyzer analyzer,
        @Nullable String trusted,
        Map<String, Ticket> told,
        Map<String, AccountProfile> accounts) {

    /** Of each intent the newest are held against the test. */
    static final int EXAMINED = 50;

    private static final int DIGITS = 4;

    /**
     * An intent.
     *
     * @param share of all tickets looked at, 0..1
     * @param examined how many were held against the test
     * @param accountsKnown of how many of these the account is known
     * @param deflectable share of the examined that nothing forbids to deflect, 0..1
     * @param withPath the same if the policy called the intent simple and one with a clear path
     * @param refusals how many were refused for what, the commonest first
     */
    record Driver(
            String category,
            String intent,
            int tickets,
            BigDecimal share,
            int examined,
            int accountsKnown,
            BigDecimal deflectable,
            BigDecimal withPath,
            Map<String, Integer> refusals) {}

    /** An intent of the policy that may be trusted, or null. */
    static @Nullable String trusted(AnalysisPolicy policy) {
        return policy.deflection().clearPathIntents().stream()
                .filter(policy.complexity().simpleIntents()::contains)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Tickets of the intents that come most, the most frequent first; of each those that are examined. */
    static List<List<ResolvedTicket>> mostFrequent(List<ResolvedTicket> newestFirst, int intents) {
        return newestFirst.stream()
                .collect(Collectors.groupingBy(ResolvedTicket::intent, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparing((List<ResolvedTicket> tickets) -> tickets.size())
                        .reversed())
                .limit(intents)
                .toList();
    }

    /**
     * What is said of an intent.
     *
     * @param tickets all of it, the newest first
     * @param all how many tickets were looked at
     */
    Driver driver(List<ResolvedTicket> tickets, int all) {
        List<ResolvedTicket> examined = tickets.subList(0, Math.min(EXAMINED, tickets.size()));
        Map<String, Integer> refusals = new TreeMap<>();
        int deflectable = 0;
        int withPath = 0;
        int known = 0;
        for (ResolvedTicket ticket : examined) {
            List<String> refused = refusals(ticket, ticket.intent());
            refused.forEach(refusal -> refusals.merge(refusal, 1, Integer::sum));
            deflectable += refused.isEmpty() ? 1 : 0;
            withPath += trusted != null && refusals(ticket, trusted).isEmpty() ? 1 : 0;
            known += accounts.containsKey(ticket.ticketId()) ? 1 : 0;
        }
        ResolvedTicket newest = tickets.get(0);
        return new Driver(
                newest.category(),
                newest.intent(),
                tickets.size(),
                share(tickets.size(), all),
                examined.size(),
                known,
                share(deflectable, examined.size()),
                share(withPath, examined.size()),
                commonestFirst(refusals));
    }

    private List<String> refusals(ResolvedTicket resolved, String intent) {
        Ticket ticket = told.getOrDefault(resolved.ticketId(), ofText(resolved));
        AccountProfile account = accounts.get(resolved.ticketId());
        Classification known = new Classification(
                resolved.category(), intent, BigDecimal.ONE, null, null, List.of(), List.of(), List.of(), null);
        return analyzer.analyze(new CaseFacts(ticket, List.of(), account, known, null, false, resolved.resolvedAt()))
                .deflectionRefusals();
    }

    private static Ticket ofText(ResolvedTicket resolved) {
        return new Ticket(
                resolved.ticketId(),
                "default",
                "history",
                "history",
                resolved.ticketId(),
                null,
                resolved.ticketId(),
                Channel.API,
                resolved.subject(),
                resolved.body(),
                resolved.language(),
                null,
                null,
                List.of(),
                new Requester(null, null, null, null),
                null,
                null,
                List.of(),
                Map.of(),
                TicketStatus.SOLVED,
                null,
                true,
                resolved.resolvedAt(),
                resolved.resolvedAt(),
                resolved.resolvedAt());
    }

    private static Map<String, Integer> commonestFirst(Map<String, Integer> refusals) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        refusals.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(refusal -> sorted.put(refusal.getKey(), refusal.getValue()));
        return sorted;
    }

    private static BigDecimal share(int part, int all) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_UP);
    }
}

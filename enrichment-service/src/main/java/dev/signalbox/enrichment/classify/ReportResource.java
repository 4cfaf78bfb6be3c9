package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.severity.TicketAnalyzer;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.enrichment.accounts.Accounts;
import dev.signalbox.enrichment.cases.CaseClassifier;
import dev.signalbox.enrichment.cases.Cases;
import dev.signalbox.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What tickets are about most, what the knowledge base lacks, and what nobody reads (S60, S62). */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_DAYS = 3660;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_TICKETS = 5000;
    private static final int SMALLEST_GROUP = 2;
    private static final int LARGEST_GROUP = 1000;
    private static final Comparator<Instant> NEVER_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private static final int MOST_DRIVERS = 100;

    private final Neighbours neighbours;
    private final CaseClassifier classifier;
    private final Transactions transactions;
    private final Cases cases;
    private final Accounts accounts;

    ReportResource(
            Neighbours neighbours,
            CaseClassifier classifier,
            Transactions transactions,
            Cases cases,
            Accounts accounts) {
        this.neighbours = neighbours;
        this.classifier = classifier;
        this.transactions = transactions;
        this.cases = cases;
        this.accounts = accounts;
    }

    /**
     * What no article answers.
     *
     * @param since tickets that were resolved from then on were looked at
     * @param tickets how many; the newest 5,000 at most
     * @param undated resolved tickets of which nobody has said when: not looked at
     */
    public record Gaps(Instant since, int tickets, int undated, List<KnowledgeGaps.Gap> gaps) {}

    @GET
    @Path("/gaps")
    @Operation(
            summary = "Groups of questions without a good article, the largest first",
            description = "An article is good if it names the intent or resembles the question.")
    public Uni<Gaps> gaps(
            @QueryParam("days") @DefaultValue("90") int days, @QueryParam("atLeast") @DefaultValue("3") int atLeast) {
        refuse(new Range("days", days, 1, MOST_DAYS), new Range("atLeast", atLeast, SMALLEST_GROUP, LARGEST_GROUP));
        Instant since = Instant.now().minus(Duration.ofDays(days));
        return Uni.createFrom()
                .item(() -> gaps(since, atLeast))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Gaps gaps(Instant since, int atLeast) {
        Resolved resolved = resolved(since);
        List<ResolvedTicket> newest = resolved.recent()
                .subList(0, Math.min(MOST_TICKETS, resolved.recent().size()));
        KnowledgeGaps gaps = new KnowledgeGaps(neighbours.articles(), neighbours.meanings()::known);
        return new Gaps(since, newest.size(), resolved.undated(), gaps.in(newest, atLeast));
    }

    private record Resolved(List<ResolvedTicket> recent, int undated) {}

    /** Tickets that were resolved since then, the newest first. */
    private Resolved resolved(Instant since) {
        List<ResolvedTicket> own = neighbours.ownTickets();
        List<ResolvedTicket> recent = own.stream()
                .filter(ticket ->
                        ticket.resolvedAt() != null && !ticket.resolvedAt().isBefore(since))
                .sorted(Comparator.comparing(ResolvedTicket::resolvedAt)
                        .reversed()
                        .thenComparing(ResolvedTicket::ticketId))
                .toList();
        int undated =
                (int) own.stream().filter(ticket -> ticket.resolvedAt() == null).count();
        return new Resolved(recent, undated);
    }

    /**
     * What most tickets are about.
     *
     * @param since tickets that were resolved from then on were looked at
     * @param tickets how many
     * @param undated resolved tickets of which nobody has said when: not looked at
     */
    public record Drivers(Instant since, int tickets, int undated, List<TicketDrivers.Driver> drivers) {}

    @GET
    @Path("/drivers")
    @Operation(
            summary = "The intents of most tickets, held against the deflection test",
            description =
                    "Of each the newest 50 are examined under the active policy, with their account where it is known.")
    public Uni<Drivers> drivers(
            @QueryParam("days") @DefaultValue("180") int days, @QueryParam("limit") @DefaultValue("20") int limit) {
        refuse(new Range("days", days, 1, MOST_DAYS), new Range("limit", limit, 1, MOST_DRIVERS));
        Instant since = Instant.now().minus(Duration.ofDays(days));
        return classifier
                .policy()
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> ProblemException.tryAgain(503, "No policy or no model is there yet.", PATIENCE))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(policy -> drivers(policy, since, limit));
    }

    private Uni<Drivers> drivers(PolicyDocument policy, Instant since, int limit) {
        TicketAnalyzer analyzer = classifier.analyzer(policy);
        String trusted = TicketDrivers.trusted(policy.policy().analysis());
        Resolved resolved = resolved(since);
        List<List<ResolvedTicket>> intents = TicketDrivers.mostFrequent(resolved.recent(), limit);
        List<String> examined = intents.stream()
                .flatMap(tickets -> tickets.stream().limit(TicketDrivers.EXAMINED))
                .map(ResolvedTicket::ticketId)
                .toList();
        return transactions
                .run(work -> cases.tickets(work, examined)
                        .chain(told -> accounts.ofTickets(work, told.values())
                                .map(found -> new TicketDrivers(analyzer, trusted, told, found))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(test -> new Drivers(
                        since,
                        resolved.recent().size(),
                        resolved.undated(),
                        intents.stream()
                                .map(tickets ->
                                        test.driver(tickets, resolved.recent().size()))
                                .toList()));
    }

    /** An article that nobody reads; {@code viewedAt} null: nobody has said that it was ever viewed. */
    public record Unviewed(
            String articleId,
            String title,
            @Nullable Instant viewedAt,
            @Nullable Instant updatedAt) {}

    @GET
    @Path("/unviewed")
    @Operation(
            summary = "Articles that were not viewed for some months, those viewed longest ago first",
            description = "months is 6 by default. An article that was written since then is left out.")
    public List<Unviewed> unviewed(@QueryParam("months") @DefaultValue("6") int months) {
        refuse(new Range("months", months, 1, MOST_MONTHS));
        Instant since = Instant.now().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
        return neighbours.articles().documents().stream()
                .filter(article -> before(article.viewedAt(), since))
                .filter(article -> article.viewedAt() != null || before(article.updatedAt(), since))
                .sorted(Comparator.comparing(KnowledgeArticle::viewedAt, NEVER_FIRST)
                        .thenComparing(KnowledgeArticle::id))
                .map(article -> new Unviewed(article.id(), article.title(), article.viewedAt(), article.updatedAt()))
                .toList();
    }

    private static boolean before(@Nullable Instant at, Instant since) {
        return at == null || at.isBefore(since);
    }

    private record Range(String name, int value, int from, int to) {}

    private void refuse(Range... ranges) {
        List<Fault> faults = Arrays.stream(ranges)
                .filter(range -> range.value() < range.from() || range.value() > range.to())
                .map(range -> new Fault(range.name(), "is " + range.value(), range.from() + " to " + range.to()))
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(400, "No such report.", faults);
        }
        if (!neighbours.isComplete()) {
            throw ProblemException.tryAgain(503, "The history is still being read.", PATIENCE);
        }
    }
}

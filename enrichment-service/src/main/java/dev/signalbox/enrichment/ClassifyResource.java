package dev.signalbox.enrichment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.contracts.Account;
import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.Channel;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Requester;
import dev.signalbox.contracts.Ticket;
import dev.signalbox.contracts.TicketStatus;
import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.decisions.severity.CaseFacts;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.edge.RecordShape;
import dev.signalbox.enrichment.accounts.Accounts;
import dev.signalbox.enrichment.cases.Enrichment;
import dev.signalbox.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Analyses a text without doing anything. */
@Path("/v1/classify")
@Produces(MediaType.APPLICATION_JSON)
public class ClassifyResource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Enrichment enrichment;
    private final Transactions transactions;
    private final Accounts accounts;

    ClassifyResource(Enrichment enrichment, Transactions transactions, Accounts accounts) {
        this.enrichment = enrichment;
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /**
     * A text to be analysed. Subject or body is required.
     *
     * @param source with {@code organizationId} it finds the account, as does the requester's address
     * @param createdAt to which dates in the text are relative; now by default
     */
    public record Question(
            @Nullable String subject,
            @Nullable String body,
            @Nullable String language,
            @Nullable String source,
            @Nullable String organizationId,
            @Nullable Requester requester,
            @Nullable Instant createdAt) {}

    /** What a case file would say. */
    public record Answer(Instant asOf, String policyVersion, Account account, Analysis analysis) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Dry run: what would be said of this ticket?")
    public Uni<Answer> classify(
            @RequestBody(content = @Content(schema = @Schema(implementation = Question.class))) byte[] body) {
        Question question = question(Json.tree(body));
        return enrichment
                .policy()
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> ProblemException.tryAgain(503, "No policy or no model is there yet.", PATIENCE))
                .chain(policy -> transactions.run(work -> {
                    Ticket ticket = ticket(question, work.now());
                    return accounts.ofTickets(work, List.of(ticket))
                            .map(found -> answer(policy, ticket, found.get(ticket.id()), work.now()));
                }));
    }

    private static Question question(JsonNode json) {
        List<Fault> faults = new ArrayList<>(RecordShape.faults(json, Question.class));
        if (json.path("subject").asText("").isBlank()
                && json.path("body").asText("").isBlank()) {
            faults.add(new Fault("/body", "is missing", "a subject or a body"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(400, "The text is not as agreed.", faults);
        }
        return Json.decode(Json.encode(json), Question.class);
    }

    private Answer answer(PolicyDocument policy, Ticket ticket, @Nullable AccountProfile account, Instant now) {
        CaseFacts facts = new CaseFacts(
                ticket, List.of(), account, enrichment.classify(policy, ticket, List.of()), null, false, now);
        return new Answer(
                now,
                policy.hash(),
                account == null ? Account.UNKNOWN : account.asAccount(0),
                enrichment.analyzer(policy).analyze(facts));
    }

    private static Ticket ticket(Question question, Instant now) {
        String source = question.source() == null ? "native" : question.source();
        Instant created = question.createdAt() == null ? now : question.createdAt();
        Requester requester =
                question.requester() == null ? new Requester(null, null, null, null) : question.requester();
        return new Ticket(
                source + ":dry-run",
                "default",
                source,
                source,
                "dry-run",
                null,
                "dry-run",
                Channel.API,
                question.subject() == null ? "" : question.subject(),
                question.body() == null ? "" : question.body(),
                question.language(),
                null,
                null,
                List.of(),
                requester,
                question.organizationId(),
                null,
                List.of(),
                Map.of(),
                TicketStatus.NEW,
                null,
                false,
                created,
                created,
                now);
    }
}

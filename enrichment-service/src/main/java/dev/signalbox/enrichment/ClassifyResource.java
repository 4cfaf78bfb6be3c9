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
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.edge.RecordShape;
import dev.signalbox.enrichment.accounts.Accounts;
import dev.signalbox.enrichment.cases.CaseClassifier;
import dev.signalbox.enrichment.classify.Classifier.Asked;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
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
import java.util.stream.IntStream;
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
    private static final int MOST = 500;

    private final CaseClassifier classifier;
    private final Transactions transactions;
    private final Accounts accounts;

    ClassifyResource(CaseClassifier classifier, Transactions transactions, Accounts accounts) {
        this.classifier = classifier;
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
    @Operation(
            summary = "Dry run: what would be said of this ticket?",
            description = "A list of up to 500 texts is answered by a list in the same order.")
    public Uni<Object> classify(
            @RequestBody(content = @Content(schema = @Schema(implementation = Question.class))) byte[] body) {
        JsonNode json = Json.tree(body);
        List<Question> questions = questions(json);
        return classifier
                .policy()
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> ProblemException.tryAgain(503, "No policy or no model is there yet.", PATIENCE))
                .chain(policy -> transactions
                        .run(work -> surroundings(work, questions))
                        .chain(around -> answers(policy, around)))
                .map(answers -> json.isArray() ? answers : answers.get(0));
    }

    /** What the database knows of the questions. */
    private record Surroundings(Instant now, List<Ticket> tickets, Map<String, AccountProfile> accountByTicket) {}

    private Uni<Surroundings> surroundings(UnitOfWork work, List<Question> questions) {
        List<Ticket> tickets = IntStream.range(0, questions.size())
                .mapToObj(at -> ticket(at, questions.get(at), work.now()))
                .toList();
        return accounts.ofTickets(work, tickets).map(found -> new Surroundings(work.now(), tickets, found));
    }

    private Uni<List<Answer>> answers(PolicyDocument policy, Surroundings around) {
        List<Asked> asked = around.tickets().stream()
                .map(ticket -> new Asked(ticket, List.of()))
                .toList();
        return classifier
                .classify(List.of(policy), asked)
                .map(classified -> asked.stream()
                        .map(each -> answer(
                                policy,
                                around,
                                each.ticket(),
                                classified.of(policy.policy().analysis(), each)))
                        .toList());
    }

    private static List<Question> questions(JsonNode json) {
        if (!json.isArray()) {
            return List.of(question("", json, new ArrayList<>()));
        }
        List<Fault> faults = new ArrayList<>();
        if (json.isEmpty() || json.size() > MOST) {
            faults.add(new Fault("", "has " + json.size() + " texts", "1 to " + MOST));
        }
        List<Question> questions = new ArrayList<>();
        for (int at = 0; at < json.size() && faults.isEmpty(); at++) {
            questions.add(question("/" + at, json.get(at), faults));
        }
        refuse(faults);
        return questions;
    }

    private static Question question(String place, JsonNode json, List<Fault> faults) {
        RecordShape.faults(json, Question.class)
                .forEach(fault -> faults.add(new Fault(place + fault.pointer(), fault.problem(), fault.allowed())));
        if (json.path("subject").asText("").isBlank()
                && json.path("body").asText("").isBlank()) {
            faults.add(new Fault(place + "/body", "is missing", "a subject or a body"));
        }
        refuse(faults);
        return Json.decode(Json.encode(json), Question.class);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(400, "The text is not as agreed.", faults);
        }
    }

    private Answer answer(PolicyDocument policy, Surroundings around, Ticket ticket, Classification said) {
        AccountProfile account = around.accountByTicket().get(ticket.id());
        CaseFacts facts = new CaseFacts(ticket, List.of(), account, said, null, false, around.now());
        return new Answer(
                around.now(),
                policy.hash(),
                account == null ? Account.UNKNOWN : account.asAccount(0),
                classifier.analyzer(policy).analyze(facts));
    }

    private static Ticket ticket(int number, Question question, Instant now) {
        String source = question.source() == null ? "native" : question.source();
        Instant created = question.createdAt() == null ? now : question.createdAt();
        Requester requester =
                question.requester() == null ? new Requester(null, null, null, null) : question.requester();
        return new Ticket(
                source + ":dry-run-" + number,
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

package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.enrichment.classify.similar.SimilarTexts.Asked;
import dev.signalbox.enrichment.classify.similar.SimilarTexts.Found;
import dev.signalbox.enrichment.classify.similar.Words;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What is already known of a question (S10, S62, S63). */
@Path("/v1/similar")
@Produces(MediaType.APPLICATION_JSON)
public class SimilarResource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 50;
    private static final int LONGEST = 10_000;
    private static final int WORDS_NAMED = 8;
    private static final int DIGITS = 2;

    private final Neighbours neighbours;

    SimilarResource(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * What was found, best first.
     *
     * @param byMeaning false: the question was compared by its words alone, because meanings are not computed yet
     */
    public record Similar(boolean byMeaning, List<Ticket> tickets, List<Article> knowledge) {}

    /** A resolved ticket; {@code similarity} 0..1. */
    public record Ticket(
            String ticketId,
            String category,
            String intent,
            BigDecimal similarity,
            Because because,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt) {}

    /** An article; {@code score} 0..1, without regard to an intent. */
    public record Article(
            String articleId,
            String title,
            BigDecimal score,
            Because because,
            @Nullable String url) {}

    /**
     * Why it was found.
     *
     * @param words that both have, as they are written in the question
     * @param likeness of the words, 0..1
     * @param meaning cosine of both meanings, or null where it was not found by it
     */
    public record Because(
            List<String> words,
            BigDecimal likeness,
            @Nullable BigDecimal meaning) {}

    @GET
    @Operation(
            summary = "Resolved tickets and articles that resemble a text",
            description = "limit chooses how many of each, 1 to 50. 503 until the history was read.")
    public Uni<Similar> similar(
            @QueryParam("text") @Nullable String text, @QueryParam("limit") @DefaultValue("5") int limit) {
        List<Fault> faults = new ArrayList<>();
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            String problem = text == null ? "is missing" : text.isBlank() ? "is empty" : "is too long";
            faults.add(new Fault("text", problem, "1 to " + LONGEST + " characters"));
        }
        if (limit < 1 || limit > MOST) {
            faults.add(new Fault("limit", "is " + limit, "1 to " + MOST));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(400, "The question is not as agreed.", faults);
        }
        if (!neighbours.isComplete()) {
            throw ProblemException.tryAgain(503, "The history is still being read.", PATIENCE);
        }
        return Uni.createFrom()
                .item(() -> similar(neighbours.asked(text), limit))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Similar similar(Asked asked, int limit) {
        return new Similar(
                asked.meaning() != null,
                neighbours.tickets().find(asked, limit).stream()
                        .map(found -> ticket(asked.words(), found))
                        .toList(),
                neighbours.articles().find(asked, limit).stream()
                        .map(found -> article(asked.words(), found))
                        .toList());
    }

    private static Ticket ticket(Words asked, Found<ResolvedTicket> found) {
        ResolvedTicket ticket = found.document();
        return new Ticket(
                ticket.ticketId(),
                ticket.category(),
                ticket.intent(),
                decimal(found.similarity()),
                because(asked, Training.text(ticket), found),
                ticket.resolvedBy(),
                ticket.resolvedAt());
    }

    private static Article article(Words asked, Found<KnowledgeArticle> found) {
        KnowledgeArticle article = found.document();
        return new Article(
                article.id(),
                article.title(),
                decimal(found.similarity()),
                because(asked, Neighbours.text(article), found),
                article.url());
    }

    private static Because because(Words asked, String text, Found<?> found) {
        List<String> shared = asked.sharedWith(Words.of(text));
        return new Because(
                shared.subList(0, Math.min(shared.size(), WORDS_NAMED)),
                decimal(found.words()),
                found.cosine() == null ? null : decimal(found.cosine()));
    }

    private static BigDecimal decimal(double share) {
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}

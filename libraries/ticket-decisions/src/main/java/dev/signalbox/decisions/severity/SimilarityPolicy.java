package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.validation.Allowed;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which resolved tickets and articles are shown beside a ticket (S10).
 *
 * @param tickets at most so many resolved tickets
 * @param articles at most so many articles
 * @param from a similarity below this is not shown, 0..1
 */
public record SimilarityPolicy(int tickets, int articles, BigDecimal from) {

    public SimilarityPolicy(int tickets, int articles, @Nullable BigDecimal from) {
        this.tickets = Allowed.between("analysis.similarity.tickets", tickets, 0, 20);
        this.articles = Allowed.between("analysis.similarity.articles", articles, 0, 20);
        this.from = Allowed.share("analysis.similarity.from", from);
    }
}

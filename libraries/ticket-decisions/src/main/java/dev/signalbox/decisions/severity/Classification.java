package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.KnowledgeLink;
import dev.signalbox.contracts.SimilarTicket;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier says of a text.
 *
 * @param confidence 0..1, calibrated: how often such an answer is right
 * @param rawConfidence 0..1, as the classifier gave it (I27)
 * @param promisedFrom from this confidence on the policy's misroute is kept (N6), or null where it asks for none
 * @param words the words that decided
 * @param similar resolved tickets that resemble it, best first
 * @param knowledge articles that may answer it, best first
 * @param modelVersion names what the classifier had learnt
 */
public record Classification(
        @Nullable String category,
        @Nullable String intent,
        BigDecimal confidence,
        @Nullable BigDecimal rawConfidence,
        @Nullable BigDecimal promisedFrom,
        List<String> words,
        List<SimilarTicket> similar,
        List<KnowledgeLink> knowledge,
        @Nullable String modelVersion) {

    /** No classifier has learnt anything yet. */
    public static final Classification UNDECIDED =
            new Classification(null, null, BigDecimal.ZERO, null, null, List.of(), List.of(), List.of(), null);

    public Classification {
        words = List.copyOf(words);
        similar = List.copyOf(similar);
        knowledge = List.copyOf(knowledge);
    }
}

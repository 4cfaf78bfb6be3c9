package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.KnowledgeLink;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.contracts.SimilarTicket;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.SimilarityPolicy;
import dev.signalbox.enrichment.classify.Features.Feature;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that was learnt from one state of history and knowledge. Immutable. */
record Learnt(IntentModel intents, OverlapIndex<ResolvedTicket> tickets, OverlapIndex<KnowledgeArticle> articles) {

    private static final int DIGITS = 2;
    private static final int ARTICLE_BEGINNING = 300;
    private static final double HALF = 0.5;

    /** Learns; takes seconds for tens of thousands of tickets. */
    static Learnt from(Collection<ResolvedTicket> resolved, Collection<KnowledgeArticle> knowledge) {
        Map<ResolvedTicket, String> tickets = new LinkedHashMap<>();
        resolved.forEach(ticket -> tickets.put(ticket, Training.text(ticket)));
        Map<KnowledgeArticle, String> articles = new LinkedHashMap<>();
        knowledge.forEach(article -> articles.put(article, article.title() + "\n\n" + beginning(article.body())));
        return new Learnt(
                new Training(List.copyOf(resolved)).learn(),
                new OverlapIndex<>(tickets, OverlapIndex.Measure.OF_BOTH),
                new OverlapIndex<>(articles, OverlapIndex.Measure.OF_LIGHTER));
    }

    private static String beginning(String body) {
        return body == null ? "" : body.substring(0, Math.min(body.length(), ARTICLE_BEGINNING));
    }

    /**
     * What is said of a text.
     *
     * @param first what the customer wrote first
     * @param all that and everything that was written later: decides where the first message alone says less
     */
    Classification classify(SimilarityPolicy policy, String first, String all) {
        List<Feature> features = Features.of(all);
        if (intents.empty()) {
            return Classification.UNDECIDED;
        }
        IntentModel.Guess guess = intents.guess(features);
        if (!first.equals(all)) {
            IntentModel.Guess ofFirst = intents.guess(Features.of(first));
            guess = ofFirst.confidence() >= guess.confidence() ? ofFirst : guess;
        }
        return new Classification(
                guess.category(),
                guess.intent(),
                decimal(guess.confidence()),
                guess.words(),
                similar(policy, features),
                knowledge(policy, features, guess.intent()),
                intents.version());
    }

    private List<SimilarTicket> similar(SimilarityPolicy policy, List<Feature> features) {
        return tickets.find(features, policy.tickets(), policy.from().doubleValue()).stream()
                .map(found -> new SimilarTicket(
                        found.document().ticketId(),
                        found.document().intent(),
                        decimal(found.similarity()),
                        found.document().resolvedBy()))
                .toList();
    }

    /** Half of the score is the shared words, the other half that the article answers the intent. */
    private List<KnowledgeLink> knowledge(SimilarityPolicy policy, List<Feature> features, String intent) {
        return articles.find(features, policy.articles() * policy.articles(), 0).stream()
                .map(found -> new KnowledgeLink(
                        found.document().id(),
                        found.document().title(),
                        decimal(HALF * found.similarity()
                                + (found.document().intents().contains(intent) ? HALF : 0))))
                .filter(link -> link.score().compareTo(policy.from()) >= 0)
                .sorted(Comparator.comparing(KnowledgeLink::score).reversed().thenComparing(KnowledgeLink::articleId))
                .limit(policy.articles())
                .toList();
    }

    private static BigDecimal decimal(double share) {
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}

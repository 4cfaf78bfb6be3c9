package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.KnowledgeLink;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.contracts.SimilarTicket;
import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.SimilarityPolicy;
import dev.signalbox.enrichment.classify.Features.Feature;
import dev.signalbox.enrichment.classify.IntentModel.Guess;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that was learnt from one state of history and knowledge. Immutable. */
record Learnt(IntentModel intents, OverlapIndex<ResolvedTicket> tickets, OverlapIndex<KnowledgeArticle> articles) {

    private static final int DIGITS = 2;
    private static final int CONFIDENCE_DIGITS = 4;
    private static final int ARTICLE_BEGINNING = 300;
    private static final double HALF = 0.5;

    /** Indexes tickets and articles beside a model. */
    static Learnt from(
            IntentModel intents, Collection<ResolvedTicket> resolved, Collection<KnowledgeArticle> knowledge) {
        Map<ResolvedTicket, String> tickets = new LinkedHashMap<>();
        resolved.forEach(ticket -> tickets.put(ticket, Training.text(ticket)));
        Map<KnowledgeArticle, String> articles = new LinkedHashMap<>();
        knowledge.forEach(article -> articles.put(article, article.title() + "\n\n" + beginning(article.body())));
        return new Learnt(
                intents,
                new OverlapIndex<>(tickets, OverlapIndex.Measure.OF_BOTH),
                new OverlapIndex<>(articles, OverlapIndex.Measure.OF_LIGHTER));
    }

    private static String beginning(String body) {
        return body == null ? "" : body.substring(0, Math.min(body.length(), ARTICLE_BEGINNING));
    }

    /**
     * A text to be classified.
     *
     * @param first what the customer wrote first
     * @param all that and everything that was written later: decides where the first message alone says less
     */
    record Text(String first, String all) {

        List<String> variants() {
            return first.equals(all) ? List.of(all) : List.of(first, all);
        }
    }

    /** What is said of each text, in their order. */
    List<Classification> classify(AnalysisPolicy policy, List<Text> texts, Meanings meanings) {
        if (intents.empty()) {
            return Collections.nCopies(texts.size(), Classification.UNDECIDED);
        }
        // all at once: the encoder works on texts of like length together
        Iterator<Guess> guesses = intents.guess(
                        texts.stream().flatMap(text -> text.variants().stream()).toList(), meanings)
                .iterator();
        return texts.stream()
                .map(text -> classification(
                        policy,
                        text,
                        Collections.max(
                                text.variants().stream()
                                        .map(variant -> guesses.next())
                                        .toList(),
                                Comparator.comparing(Guess::confidence))))
                .toList();
    }

    private Classification classification(AnalysisPolicy policy, Text text, Guess guess) {
        List<Feature> features = Features.of(text.all());
        return new Classification(
                guess.intent().category(),
                guess.intent().name(),
                confidence(guess.confidence()),
                confidence(guess.raw()),
                policy.misroute() == null
                        ? null
                        : confidence(intents.curve()
                                .promising(policy.misroute().doubleValue())
                                .threshold()),
                guess.words(),
                similar(policy.similarity(), features),
                knowledge(policy.similarity(), features, guess.intent().name()),
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

    /** Rounded down: what is a hair below a threshold does not reach it. */
    private static BigDecimal confidence(double share) {
        return BigDecimal.valueOf(share).setScale(CONFIDENCE_DIGITS, RoundingMode.DOWN);
    }

    private static BigDecimal decimal(double share) {
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}

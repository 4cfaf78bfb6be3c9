package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.KnowledgeLink;
import dev.signalbox.contracts.SimilarTicket;
import dev.signalbox.decisions.severity.AnalysisPolicy;
import dev.signalbox.decisions.severity.Classification;
import dev.signalbox.decisions.severity.SimilarityPolicy;
import dev.signalbox.enrichment.classify.IntentModel.Guess;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.enrichment.classify.similar.SimilarTexts.Asked;
import dev.signalbox.enrichment.classify.similar.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** What was learnt from one state of the history, and what is found beside it. */
record Learnt(IntentModel intents, Neighbours neighbours) {

    private static final int DIGITS = 2;
    private static final int CONFIDENCE_DIGITS = 4;
    private static final double HALF = 0.5;

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
                        // a meaning costs milliseconds: it is used where the second stage needed it too
                        new Asked(Words.of(text.all()), meanings.known(text.all())),
                        Collections.max(
                                text.variants().stream()
                                        .map(variant -> guesses.next())
                                        .toList(),
                                Comparator.comparing(Guess::confidence))))
                .toList();
    }

    private Classification classification(AnalysisPolicy policy, Asked asked, Guess guess) {
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
                similar(policy.similarity(), asked),
                knowledge(policy.similarity(), asked, guess.intent().name()),
                intents.version());
    }

    private List<SimilarTicket> similar(SimilarityPolicy policy, Asked asked) {
        return neighbours.tickets().find(asked, policy.tickets()).stream()
                .filter(found -> found.similarity() >= policy.from().floatValue())
                .map(found -> new SimilarTicket(
                        found.document().ticketId(),
                        found.document().intent(),
                        decimal(found.similarity()),
                        found.document().resolvedBy()))
                .toList();
    }

    /** Half of the score is the likeness, the other half that the article answers the intent. */
    private List<KnowledgeLink> knowledge(SimilarityPolicy policy, Asked asked, String intent) {
        return neighbours.articles().find(asked, policy.articles() * policy.articles()).stream()
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

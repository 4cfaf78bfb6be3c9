package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.similar.SimilarTexts;
import dev.signalbox.enrichment.classify.similar.SimilarTexts.Asked;
import dev.signalbox.enrichment.classify.similar.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Groups of questions that no article answers well (S62): an article is good if it names the intent, or resembles the
 * question enough.
 */
final class KnowledgeGaps {

    private static final double ALIKE = 0.5;
    /** Questions of one intent that are about the same have at least this cosine. */
    private static final float ONE_GROUP = 0.5f;

    private static final int EXAMPLES = 5;
    private static final int WORDS_NAMED = 6;

    private final SimilarTexts<KnowledgeArticle> articles;
    private final Function<String, @Nullable Embedding> meanings;

    /** @param meanings what a text means, or null if that is not known */
    KnowledgeGaps(SimilarTexts<KnowledgeArticle> articles, Function<String, @Nullable Embedding> meanings) {
        this.articles = articles;
        this.meanings = meanings;
    }

    /**
     * A group.
     *
     * @param questions how many tickets
     * @param words that they have more often than other tickets, the most telling first
     * @param tickets ids of some of them, the newest first
     */
    record Gap(String category, String intent, int questions, List<String> words, List<String> tickets) {}

    private record Question(
            ResolvedTicket ticket, Words words, @Nullable Embedding meaning) {}

    /**
     * Groups of at least so many questions, the largest first.
     *
     * @param recent tickets, the newest first; takes about a tenth of a millisecond for each
     */
    List<Gap> in(List<ResolvedTicket> recent, int atLeast) {
        Set<String> answered = new HashSet<>();
        articles.documents().forEach(article -> answered.addAll(article.intents()));
        List<Question> questions = recent.stream().map(this::question).toList();
        Map<String, List<List<Question>>> groups = new HashMap<>();
        for (Question question : questions) {
            String intent = question.ticket().intent();
            if (!answered.contains(intent) && !resemblesAnArticle(question)) {
                add(groups.computeIfAbsent(intent, unused -> new ArrayList<>()), question);
            }
        }
        Map<String, Integer> common = new HashMap<>();
        questions.forEach(question -> question.words().stems().forEach(stem -> common.merge(stem, 1, Integer::sum)));
        return groups.values().stream()
                .flatMap(Collection::stream)
                .filter(group -> group.size() >= atLeast)
                .map(group -> gap(group, common, questions.size()))
                .sorted(Comparator.comparing(Gap::questions).reversed().thenComparing(Gap::intent))
                .toList();
    }

    private Question question(ResolvedTicket ticket) {
        String text = Training.text(ticket);
        return new Question(ticket, Words.of(text), meanings.apply(text));
    }

    private boolean resemblesAnArticle(Question question) {
        return articles.find(new Asked(question.words(), question.meaning()), 3).stream()
                .anyMatch(found -> found.similarity() >= ALIKE);
    }

    /** Adds to the first group whose first question is about the same, or begins another. */
    private static void add(List<List<Question>> groups, Question question) {
        for (List<Question> group : groups) {
            Embedding first = group.get(0).meaning();
            if (first == null || question.meaning() == null || first.cosine(question.meaning()) >= ONE_GROUP) {
                group.add(question);
                return;
            }
        }
        groups.add(new ArrayList<>(List.of(question)));
    }

    private static Gap gap(List<Question> group, Map<String, Integer> common, int all) {
        Map<String, Integer> own = new HashMap<>();
        Map<String, String> written = new HashMap<>();
        for (Question question : group) {
            question.words().stems().forEach(stem -> own.merge(stem, 1, Integer::sum));
            question.words().writtenByStem().forEach(written::putIfAbsent);
        }
        List<String> telling = own.keySet().stream()
                .sorted(Comparator.comparingDouble(
                                (String stem) -> -own.get(stem) * Math.log((1.0 + all) / common.get(stem)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(WORDS_NAMED)
                .map(written::get)
                .toList();
        ResolvedTicket first = group.get(0).ticket();
        return new Gap(
                first.category(),
                first.intent(),
                group.size(),
                telling,
                group.stream()
                        .limit(EXAMPLES)
                        .map(question -> question.ticket().ticketId())
                        .toList());
    }
}

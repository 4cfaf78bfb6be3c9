package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.confidence.Calibration;
import dev.signalbox.enrichment.classify.confidence.CoverageCurve;
import dev.signalbox.enrichment.classify.confidence.Outcome;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.enrichment.classify.linear.Corpus;
import dev.signalbox.enrichment.classify.linear.Scores;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Learns an intent model from resolved tickets. Everything that is chosen or promised (sharpness, calibration, whether
 * the second stage pays, thresholds) is measured on guesses on tickets that were held back: five times a fifth.
 */
final class Training {

    /** From so many texts on, a term must occur twice. */
    private static final int MANY = 3000;

    /** A model of more weights than this (16 MB) leaves out its rarest terms. */
    private static final int MOST_WEIGHTS = 4_000_000;

    private final List<ResolvedTicket> tickets;
    private final List<String> texts;
    private final List<String> intents;
    private final int[] answers;
    private final Folds folds;
    private final @Nullable Meanings meanings;

    /** Learns the linear stage alone. */
    Training(Collection<ResolvedTicket> resolved) {
        this(resolved, null);
    }

    /** @param meanings null: no second stage */
    Training(Collection<ResolvedTicket> resolved, @Nullable Meanings meanings) {
        this.meanings = meanings;
        tickets = resolved.stream()
                .sorted(Comparator.comparing(ResolvedTicket::ticketId))
                .toList();
        texts = tickets.stream().map(Training::text).toList();
        intents = List.copyOf(
                new TreeSet<>(tickets.stream().map(ResolvedTicket::intent).toList()));
        Map<String, Integer> labels = new HashMap<>();
        intents.forEach(intent -> labels.put(intent, labels.size()));
        answers =
                tickets.stream().mapToInt(ticket -> labels.get(ticket.intent())).toArray();
        folds = Folds.of(tickets.stream().map(ResolvedTicket::ticketId).toList(), answers, intents.size());
    }

    static String text(ResolvedTicket ticket) {
        return ticket.subject().isBlank() ? ticket.body() : ticket.subject() + "\n\n" + ticket.body();
    }

    /** Learns from all tickets. */
    IntentModel learn() {
        return train().model();
    }

    /** Learns from all tickets, and tells how it did on each while that was held back. */
    Trained train() {
        int labels = Math.max(1, intents.size());
        Corpus corpus = Corpus.of(texts, texts.size() < MANY ? 1 : 2, MOST_WEIGHTS / labels);
        List<Scores> unseen = folds.unseen(corpus, answers, labels);
        List<float[]> scores = unseen.stream().map(Scores::ofLabels).toList();
        double sharpness = Probabilities.sharpness(scores, answers);
        scores.forEach(each -> Probabilities.softmax(each, sharpness));
        double[] raw = new double[scores.size()];
        boolean[] right = new boolean[scores.size()];
        for (int i = 0; i < raw.length; i++) {
            int best = Probabilities.best(scores.get(i));
            raw[i] = IntentModel.raw(scores.get(i)[best], unseen.get(i).familiarity());
            right[i] = best == answers[i];
        }
        SecondStageChoice choice = meanings == null || unseen.isEmpty()
                ? null
                : new SecondStageChoice(texts, answers, labels, folds, scores, raw, right, meanings);
        SecondStage second = choice == null ? null : choice.make();
        List<Outcome> ofLinear = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            if (second == null || choice.measured(i) && raw[i] >= second.below()) {
                ofLinear.add(new Outcome(raw[i], right[i]));
            }
        }
        Calibration calibration = Calibration.of(ofLinear);
        Map<String, Boolean> rightUnseen = new HashMap<>();
        for (int i = 0; i < raw.length; i++) {
            rightUnseen.put(tickets.get(i).ticketId(), right[i]);
        }
        List<Outcome> outcomes = new ArrayList<>();
        ofLinear.forEach(outcome -> outcomes.add(new Outcome(calibration.of(outcome.confidence()), outcome.right())));
        if (second != null) {
            outcomes.addAll(choice.outcomes(second));
            choice.rightWhereAsked(second)
                    .forEach((text, good) -> rightUnseen.put(tickets.get(text).ticketId(), good));
        }
        boolean[] all = new boolean[texts.size()];
        Arrays.fill(all, true);
        IntentModel model = new IntentModel(
                version(),
                tickets.size(),
                intents(),
                corpus.learn(answers, labels, all),
                sharpness,
                calibration,
                second,
                new CoverageCurve(outcomes),
                outcomes.isEmpty()
                        ? 0
                        : (double) outcomes.stream().filter(Outcome::right).count() / outcomes.size());
        Map<String, LearntTicket> learnt = new HashMap<>();
        tickets.forEach(ticket -> learnt.put(ticket.ticketId(), LearntTicket.of(ticket)));
        return new Trained(model, learnt, rightUnseen, Origin.of(tickets));
    }

    private List<IntentModel.Intent> intents() {
        Map<String, String> categories = new HashMap<>();
        int[] examples = new int[intents.size()];
        for (int i = 0; i < answers.length; i++) {
            examples[answers[i]]++;
            categories.put(tickets.get(i).intent(), tickets.get(i).category());
        }
        List<IntentModel.Intent> all = new ArrayList<>();
        for (int label = 0; label < examples.length; label++) {
            String name = intents.get(label);
            all.add(new IntentModel.Intent(name, categories.get(name), examples[label]));
        }
        return List.copyOf(all);
    }

    /** Names what is learnt from. */
    String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < texts.size(); i++) {
                ResolvedTicket ticket = tickets.get(i);
                digest.update((ticket.ticketId() + '\0' + ticket.intent() + '\0' + texts.get(i) + '\0')
                        .getBytes(StandardCharsets.UTF_8));
            }
            return "intents-" + HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
